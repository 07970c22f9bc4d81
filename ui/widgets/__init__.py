"""The pieces the window is made of; each knows its own look and keyboard, and nothing of a case.

All of them: texts and accessible names come in as arguments; `set_value` and the other setters are silent and do
nothing when nothing differs; a signal (`edited`, `clicked`, `followed`) means that a person did something.
Lengths of the design are px at 100 % and grow with the text size.
"""
