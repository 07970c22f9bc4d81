"""The window of Sentencing Guidance; it shows derivations and never computes law."""
