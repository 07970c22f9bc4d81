"""What the panels show, as frozen values read from a scene; no widget, and nothing computed that an entry does not say."""
