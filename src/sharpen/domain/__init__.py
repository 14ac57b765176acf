"""The nouns of interview practice and their rules; the standard library alone."""
