"""The regions of the window; strangers to each other."""
