"""How the tables came to be what they are, step by step; run by Alembic."""

HEAD = "0022"
"""The newest revision. Known here so that a start with nothing to migrate need not import Alembic."""
