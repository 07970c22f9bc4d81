"""What the demonstration shows, in words: result, facts, steps with their controls, every number, what else changes."""
