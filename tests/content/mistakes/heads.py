"""Mistakes in shared heads and windows."""

from tests.content.mistakes import Mistake
from tests.content.ways.heads import by_products_of_masks, bytes_of_rows, counted

MISTAKES = (
    Mistake(
        "attention-variants/cache-with-windows",
        "keys without values",
        lambda *sizes: bytes_of_rows(*sizes) / 2,
    ),
    Mistake(
        "attention-variants/cache-with-windows",
        "windows that hold everything",
        lambda full, narrow, _window, tokens, heads, width: bytes_of_rows(full, narrow, tokens, tokens, heads, width),
    ),
    Mistake(
        "attention-variants/operations-a-byte",
        "as if heads were not shared",
        lambda heads, _kv_heads, bits: counted(heads, heads, bits),
        lambda heads, kv_heads, _bits: heads == kv_heads,
    ),
    Mistake(
        "attention-variants/reach-of-layers",
        "a window of one more",
        lambda layers, window: by_products_of_masks(layers, window + 1),
    ),
)
