"""The engine of Sentencing Guidance: a pack and a case in, a derivation out; no Qt, no clock, no float."""

__version__ = "0.1.0"
