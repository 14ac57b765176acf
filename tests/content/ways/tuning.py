"""Fine-tuning: LoRA."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, floats, sizes


@another_way("lora-and-peft", "trained_share", "draw_matrix")
def entries_of_both(rows: int, columns: int, rank: int) -> float:
    return 100 * sizes((rows, rank), (rank, columns)) / sizes((rows, columns))


@another_way("lora-and-peft", "memory_of_training", "draw_training")
def bytes_of_a_million(billions: int, bits: int, thousandths: int) -> float:
    frozen = np.zeros(1_000_000 * bits // 8, np.uint8).nbytes
    trained = sum(np.zeros(1000 * thousandths, kind).nbytes for kind in ("f2", "f2", "f4", "f4", "f4"))
    return billions * (frozen + trained) / 1e6


@another_way("lora-and-peft", "output_by_hand", "draw_layer")
def by_the_merged_row(w: list[int], a: list[int], b: int, x: list[int], scale: Fraction) -> float:
    return float((floats(w) + float(scale) * b * floats(a)) @ floats(x))
