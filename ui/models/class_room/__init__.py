"""What a room found, in words and places for the window; every figure is the engine's."""
