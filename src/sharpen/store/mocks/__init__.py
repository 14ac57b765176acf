"""Mock loops in the database."""
