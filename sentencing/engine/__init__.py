"""From a pack and an assignment to a derivation, and from forks to an exact envelope; pure and total."""
