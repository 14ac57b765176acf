"""Other ways to the answers of numeric cards, one file a subject; each registers its ways when it is imported."""
