"""The case: what the user told us, how it reaches the engine, and its file."""
