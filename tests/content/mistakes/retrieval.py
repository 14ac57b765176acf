"""Mistakes in RAG."""

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.ways.retrieval import by_cutting, by_laying_it_everywhere, by_two_equations


def recall_of_chunks(found: str, relevant: str, k: int) -> float:
    return float(np.isin(list(relevant), list(found[:k])).mean())


MISTAKES = (
    Mistake(
        "rag/chunks-of-a-document",
        "the overlap left out",
        lambda tokens, size, _: by_cutting(tokens, size, 0),
        lambda tokens, size, overlap: by_cutting(tokens, size, 0) == by_cutting(tokens, size, overlap),
    ),
    Mistake(
        "rag/whole-passage",
        "the overlap left out",
        lambda passage, size, _: by_laying_it_everywhere(passage, size, 0),
        lambda _passage, _size, overlap: overlap == 0,
    ),
    Mistake("rag/recall-at-k", "the first k chunks", recall_of_chunks),
    Mistake(
        "rag/recall-needed",
        "nothing right without the passage",
        lambda goal, with_it, _: by_two_equations(goal, with_it, 0),
        lambda _goal, _with_it, without: without == 0,
    ),
)
