"""Guidance as data: the pack's model, its reader, its checks, its editions and the library of packs."""
