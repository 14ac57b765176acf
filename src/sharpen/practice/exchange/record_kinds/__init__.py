"""What a backup must know of each noun, a room of nouns to a file."""
