"""Attention variants: shared heads and windows."""

import numpy as np

from tests.content.recomputing import another_way


@another_way("attention-variants", "cache_with_windows", "draw_layers")
def bytes_of_rows(full: int, narrow: int, window: int, tokens: int, heads: int, width: int) -> float:
    row = np.zeros((2, heads, width), np.float16)
    rows = [len(range(tokens))] * full + [len(range(max(0, tokens - window), tokens))] * narrow
    return sum(np.broadcast_to(row, (length, *row.shape)).nbytes for length in rows) / 2**20


@another_way("attention-variants", "operations_a_byte", "draw_heads")
def counted(heads: int, kv_heads: int, bits: int) -> float:
    tokens, width = 24, 16
    products = 2 * np.empty((heads, tokens, width)).size
    cached = 2 * np.empty((kv_heads, tokens, width)).size * bits // 8
    return 2 * products / cached


@another_way("attention-variants", "reach_of_layers", "draw_windows")
def by_products_of_masks(layers: int, window: int) -> float:
    tokens = 600
    sees = np.tri(tokens, dtype=bool) & ~np.tri(tokens, k=-window, dtype=bool)
    known = sees[-1]
    for _ in range(layers - 1):
        known = known @ sees
    return float(tokens - 1 - known.argmax())
