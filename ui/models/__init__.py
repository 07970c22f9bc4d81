"""What the panels show, as frozen values read from a scene; no widget, and no figure that an entry does not say."""
