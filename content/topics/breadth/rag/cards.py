"""Numeric cards on RAG: chunks, whole passages, recall of documents, and what recall is worth."""

from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric, show_number


def chunks(tokens: int, size: int, overlap: int) -> int:
    """Chunks of a document; the last may be shorter."""
    return -((overlap - tokens) // (size - overlap))


def draw_document(rng: Random) -> tuple[int, int, int]:
    size = rng.choice([128, 200, 256, 400, 512])
    return rng.randint(30, 120) * 50, size, rng.choice([size // 8, size // 4, 50])


def chunks_of_a_document(rng: Random) -> Numeric:
    tokens, size, overlap = draw_document(rng)
    answer = chunks(tokens, size, overlap)
    return Numeric(
        f"A document of {tokens:,} tokens is cut into chunks of {size}, each of which begins with the last {overlap} "
        "tokens of the one before. Cutting ends with the chunk that reaches the end of the document. How many chunks "
        "are there?",
        answer,
        f"The first covers {size}, each further one {size - overlap} more: "
        f"$\\lceil ({tokens} - {overlap}) / {size - overlap} \\rceil = {answer}$.",
    )


def chance_to_be_whole(passage: int, size: int, overlap: int) -> Fraction:
    """That a passage lies in one chunk, its place being random."""
    return min(Fraction(1), Fraction(size - passage + 1, size - overlap))


def draw_passage(rng: Random) -> tuple[int, int, int]:
    size = rng.choice([100, 150, 200, 300])
    overlap = rng.choice([0, 20, 25, 40])
    return overlap + 10 * rng.randint(1, 5) + 1, size, overlap


def whole_passage(rng: Random) -> Numeric:
    passage, size, overlap = draw_passage(rng)
    answer = chance_to_be_whole(passage, size, overlap)
    return Numeric(
        f"A long text is cut into chunks of {size} tokens with an overlap of {overlap}. The answer is a passage of "
        f"{passage} tokens at a random place, far from both ends. With what probability does it lie whole in some "
        "chunk? (Exact; a fraction is welcome.)",
        answer,
        f"Of the {size - overlap} places at which it may begin within one stride, it fits at ${size} - {passage} + 1 = "
        f"{size - passage + 1}$: ${show_number(answer)}$.",
    )


def recall_of_documents(found: str, relevant: str, k: int) -> Fraction:
    """The share of the relevant documents among the first k different ones; a letter is a document."""
    first = "".join(dict.fromkeys(found))[:k]
    return Fraction(sum(document in first for document in relevant), len(relevant))


def draw_run(rng: Random) -> tuple[str, str, int]:
    """Chunks by their documents, some of which come again; merging matters."""
    while True:
        found = "".join(rng.choices("ABCDEF", weights=[4, 3, 2, 2, 1, 1], k=9))
        relevant, k = "".join(sorted(rng.sample("ABCDEFG", rng.randint(2, 4)))), rng.randint(2, 4)
        recall = recall_of_documents(found, relevant, k)
        if recall != Fraction(sum(document in found[:k] for document in relevant), len(relevant)):
            return found, relevant, k


def recall_at_k(rng: Random) -> Numeric:
    found, relevant, k = draw_run(rng)
    answer, order = recall_of_documents(found, relevant, k), "".join(dict.fromkeys(found))
    return Numeric(
        f"A search returns nine chunks; their documents, the best first, are {', '.join(found)}. Relevant are the "
        f"documents {', '.join(relevant)}. What is recall@{k} of **documents**, each at the place of its best chunk? "
        "(Exact; a fraction is welcome.)",
        answer,
        f"The documents in order are {', '.join(order)}; the first {k} are {', '.join(order[:k])}, with "
        f"{answer * len(relevant)} of {len(relevant)} relevant ones.",
    )


def needed(goal: int, with_it: int, without: int) -> Fraction:
    """The recall at which the accuracy, all in percent, reaches a goal."""
    return Fraction(goal - without, with_it - without)


def draw_accuracies(rng: Random) -> tuple[int, int, int]:
    without, with_it = rng.choice([0, 5, 10, 20, 30]), rng.choice([80, 85, 90, 95])
    return rng.randrange(without + 30, with_it, 5), with_it, without


def recall_needed(rng: Random) -> Numeric:
    goal, with_it, without = draw_accuracies(rng)
    answer = needed(goal, with_it, without)
    return Numeric(
        f"If the passage is in the prompt, the model answers {with_it}% of the questions right, else {without}%. Which "
        f"recall of the retrieval does it take to answer {goal}% right? (Exact; a fraction is welcome.)",
        answer,
        f"${with_it} \\rho + {without} (1 - \\rho) = {goal}$, so "
        f"$\\rho = ({goal} - {without}) / ({with_it} - {without}) = {show_number(answer)}$.",
    )


CARDS = [chunks_of_a_document, whole_passage, recall_at_k, recall_needed]
