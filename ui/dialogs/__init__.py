"""Questions and cards that stand before the window for a moment."""
