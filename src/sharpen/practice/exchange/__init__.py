"""What goes out and comes in: the backup, and Anki."""
