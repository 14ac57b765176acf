"""The store: what learners did, kept in one database; one small repository per noun."""

from sharpen.store.engine import Store, open_store
from sharpen.store.errors import StoreError
from sharpen.store.restoring import restore
from sharpen.store.sqlite import is_whole

__all__ = ["Store", "StoreError", "is_whole", "open_store", "restore"]
