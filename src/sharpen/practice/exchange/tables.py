"""What was done as tables for a spreadsheet: attempts and reviews as CSV, the newest first."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from sharpen.practice.items import card_pool
from sharpen.practice.work import Work

ATTEMPTS = ("created", "problem", "topic", "verdict", "state", "cpu_ms", "seconds", "hints", "solution_seen", "origin")
REVIEWS = ("at", "day", "item", "kind", "topic", "rating", "seconds", "predicted_recall", "first_time")


def attempts(work: Work) -> str:
    """Every attempt, without its code. Times are UTC."""
    problems, titles = work.library.problems, card_pool.titles(work)
    rows = (
        (
            _at(one.created),
            one.problem,
            titles.get(problems[one.problem].topic, "") if one.problem in problems else "",
            one.verdict or "",
            one.state,
            round(one.cpu_ms, 1),
            round(one.seconds),
            one.hints,
            "yes" if one.peeked else "no",
            one.origin,
        )
        for one in work.attempts.recent(work.attempts.count())
    )
    return _csv(ATTEMPTS, rows)


def reviews(work: Work) -> str:
    """Every review. Times are UTC, days those of practice."""
    titles = card_pool.titles(work)
    rows = [
        (
            _at(one.at),
            one.day.isoformat(),
            one.item.id,
            one.item.kind,
            titles.get(one.item.topic, one.item.topic),
            one.rating.name.lower(),
            round(one.seconds, 1),
            round(one.recall, 4) if one.before else "",
            "no" if one.before else "yes",
        )
        for one in work.reviews.everything()
    ]
    return _csv(REVIEWS, reversed(rows))


def _at(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula."""


def _csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows(
        [f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in row] for row in rows
    )
    return out.getvalue()
