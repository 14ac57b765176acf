"""The pages of one problem: its statement, drafts, attempts, runs, hints and solution."""
