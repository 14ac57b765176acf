"""Solving a problem: drafts, attempts, hints, and solving it again."""
