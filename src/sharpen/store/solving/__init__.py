"""Attempts at problems, and the code that is being written."""
