"""The class: answer files of one exercise read from a folder, and where a room agrees, differs, and why."""
