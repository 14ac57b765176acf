"""RAG: chunks cut one by one, passages laid everywhere, documents by NumPy."""

import numpy as np

from tests.content.recomputing import another_way


def cut(tokens: int, size: int, overlap: int) -> list[range]:
    """Chunks, one after the other, until one reaches the end."""
    pieces = [range(size)]
    while pieces[-1].stop < tokens:
        start = pieces[-1].stop - overlap
        pieces.append(range(start, start + size))
    return pieces


@another_way("rag", "chunks_of_a_document", "draw_document")
def by_cutting(tokens: int, size: int, overlap: int) -> int:
    return len(cut(tokens, size, overlap))


@another_way("rag", "whole_passage", "draw_passage")
def by_laying_it_everywhere(passage: int, size: int, overlap: int) -> float:
    """Over as many places as give whole strides, after the first chunk."""
    pieces = cut(12 * size, size, overlap)
    starts = np.array([piece.start for piece in pieces])
    places = np.arange(starts[1], starts[1] + 5 * (size - overlap))[:, None]
    fits = (starts <= places) & (places + passage <= starts + size)
    return float(fits.any(axis=1).mean())


@another_way("rag", "recall_at_k", "draw_run")
def by_first_places(found: str, relevant: str, k: int) -> float:
    letters, places = np.unique(list(found), return_index=True)
    return float(np.isin(list(relevant), letters[places.argsort()[:k]]).mean())


@another_way("rag", "recall_needed", "draw_accuracies")
def by_two_equations(goal: int, with_it: int, without: int) -> float:
    """The shares of questions with the passage and without it add up to one."""
    return float(np.linalg.solve([[with_it, without], [1, 1]], [goal, 1])[0])
