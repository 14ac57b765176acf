"""The store: what learners did, kept in one database; one small repository per noun."""

from sharpen.store.engine import Store, open_store
from sharpen.store.errors import StoreError
from sharpen.store.restoring import restore

__all__ = ["Store", "StoreError", "open_store", "restore"]
