"""What can go wrong with the data itself."""


class StoreError(Exception):
    """The data cannot be opened or written; the message says what to do."""
