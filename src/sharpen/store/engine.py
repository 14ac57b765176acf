"""Opening the data, and transactions on it."""


class Store:
    """An open database, ready for use."""

    def close(self) -> None:
        """Let go of the database."""
        raise NotImplementedError


def open_store(url: str) -> Store:
    """Open the data at a SQLAlchemy URL, migrating it as needed. Raises StoreError."""
    raise NotImplementedError
