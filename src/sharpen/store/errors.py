"""What can go wrong with the data itself."""

from sharpen.domain.errors import SharpenError


class StoreError(SharpenError):
    """The data cannot be opened or written; the message says what to do."""
