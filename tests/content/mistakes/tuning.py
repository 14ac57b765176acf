"""Mistakes in LoRA."""

from fractions import Fraction

from tests.content.mistakes import Mistake
from tests.content.ways.tuning import by_the_merged_row, bytes_of_a_million, entries_of_both

MISTAKES = (
    Mistake("lora-and-peft/trained-share", "one of the two matrices", lambda *sizes: entries_of_both(*sizes) / 2),
    Mistake(
        "lora-and-peft/memory-of-training",
        "Adam on every parameter",
        lambda billions, bits, _: bytes_of_a_million(billions, bits, 1000),
    ),
    Mistake(
        "lora-and-peft/output-by-hand",
        "without the scale",
        lambda w, a, b, x, _: by_the_merged_row(w, a, b, x, Fraction(1)),
    ),
)
