"""The open case: its edits, its history and its result in two stages. Panels read a scene and call one verb."""
