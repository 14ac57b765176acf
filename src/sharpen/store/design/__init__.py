"""Sittings at cases, and designs of labs with their runs."""
