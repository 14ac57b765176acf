"""The commands about topics: lesson."""
