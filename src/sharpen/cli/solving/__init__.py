"""The commands about problems: list, show, start, check, hint, solution, history."""
