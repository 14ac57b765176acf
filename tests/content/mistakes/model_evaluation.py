"""Mistakes in the evaluation of language models."""

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.recomputing import Values
from tests.content.ways.model_evaluation import answers


def of_two_shares(questions: int, both: int, first: int, second: int) -> float:
    """The standard error as if each model had questions of its own."""
    shares = (both + first) / questions, (both + second) / questions
    return 100 * float(np.sqrt(sum(p * (1 - p) for p in shares) / questions))


def gaps(bins: Values) -> list[float]:
    return [abs(right / count - float(sure)) for count, right, sure in bins]


def all_together(bins: Values) -> float:
    sure, right = answers(bins)
    return abs(float(right.mean() - sure.mean()))


MISTAKES = (
    Mistake(
        "llm-evaluation/pass-at-k-by-hand",
        "draws with putting back",
        lambda samples, passed, tries: 1 - (1 - passed / samples) ** tries,
    ),
    Mistake("llm-evaluation/paired-error", "two samples", of_two_shares),
    Mistake("llm-evaluation/calibration-by-hand", "bins count alike", lambda bins: sum(gaps(bins)) / len(bins)),
    Mistake("llm-evaluation/calibration-by-hand", "all answers together", all_together),
    Mistake(
        "llm-evaluation/judged-twice",
        "without the flips",
        lambda wins, losses, _: 100 * wins / (wins + losses),
    ),
)
