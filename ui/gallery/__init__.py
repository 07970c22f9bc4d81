"""Pictures of every page, to be looked at before anything is called done."""
