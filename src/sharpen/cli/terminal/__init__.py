"""What commands share: the console, Markdown and formulas in it, keys, failures, the workspace."""
