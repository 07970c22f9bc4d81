"""Proof that a pack says what its law says: worked examples, pinned numbers, checks that run the engine."""
