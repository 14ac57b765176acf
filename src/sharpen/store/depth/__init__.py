"""Projects, and what each was before."""
