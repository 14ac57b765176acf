"""The pages, one noun a file; each lists its own routes."""
