"""The pages, one noun per file; each lists its own routes."""
