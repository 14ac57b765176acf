"""Fitting finds who forgets faster, the measure is the schedule's own, and replaying is reviewing once more."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from sharpen.domain.log import Log, Rated
from sharpen.domain.memory import Memory, Rating
from sharpen.memory.fitting import NotFitted, Score, fitted, held_out_from, tried
from sharpen.memory.replaying import replayed, steps
from sharpen.memory.schedule import possible, rated, recall
from tests.memory.learner import FORGETS_FASTER, START, reviewed

DAY = timedelta(days=1)


def log_loss(logs: Mapping[str, Log], since: datetime, parameters: tuple[float, ...] = ()) -> Score:
    scores = (tried(log, since, retention=0.9, parameters=parameters)[1] for log in logs.values())
    return sum(scores, Score())


def test_a_learner_who_forgets_faster_is_recognized() -> None:
    logs = reviewed(3000, FORGETS_FASTER)
    since = held_out_from(logs.values())
    found = fitted(logs.values(), since)
    before, after, true = (log_loss(logs, since, parameters) for parameters in ((), found, FORGETS_FASTER))
    assert before.log_loss - after.log_loss > 0.02
    assert after.log_loss - true.log_loss < 0.01
    assert found[2] < DEFAULT_PARAMETERS[2] / 1.5, "after GOOD, a first memory lasts less long"
    assert fitted(logs.values(), since) == found, "the same reviews have one answer"
    fresh = reviewed(3000, FORGETS_FASTER, seed=7)
    assert log_loss(fresh, START, found).log_loss < log_loss(fresh, START).log_loss, "also on what comes later"


@pytest.mark.parametrize(
    "ratings", [(Rating.GOOD, Rating.GOOD), (Rating.GOOD, Rating.AGAIN), (Rating.AGAIN, Rating.EASY)]
)
def test_one_sided_reviews_give_possible_parameters(ratings: tuple[Rating, Rating]) -> None:
    first, second = ratings
    logs = [Log((Rated(START, first), Rated(START + (n % 40 + 1) * DAY, second))) for n in range(500)]
    found = fitted(logs, START + 100 * DAY)
    assert possible(found)
    for value, least, most in zip(found, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True):
        assert least <= value <= most


def test_the_order_of_cards_changes_nothing() -> None:
    """It would: the optimizer's parameters change with the numbers of the cards and the order of their reviews."""
    logs = list(reviewed(2000, FORGETS_FASTER).values())
    since = held_out_from(logs)
    assert fitted(reversed(logs), since) == fitted(logs, since)


def daily(cards: int, reviews: int, lapses: int = 0, first: Rating = Rating.GOOD) -> list[Log]:
    """Cards reviewed every other day, remembered two times in three, the last so many times not at all."""

    def rating(card: int, number: int) -> Rating:
        return Rating.GOOD if (card + number) % 3 and number < reviews - lapses else Rating.AGAIN

    return [
        Log(tuple(Rated(START + 2 * n * DAY, rating(card, n) if n else first) for n in range(reviews)))
        for card in range(cards)
    ]


NEVER = datetime.max.replace(tzinfo=UTC)


def test_cards_that_began_alike_count_and_not_their_reviews() -> None:
    """The optimizer gives back the usual parameters without a word; that is no fit, and no result to compare."""
    for logs, most in ((daily(19, 100), 19), (daily(19, 30) + daily(18, 30, first=Rating.EASY), 19)):
        with pytest.raises(NotFitted, match=rf"20 must have come back .* so far {most} did"):
            fitted(logs, NEVER)
    found = fitted(daily(20, 12), NEVER)
    assert not np.allclose(found, DEFAULT_PARAMETERS)


def test_every_review_of_a_card_counts() -> None:
    """Also beyond the 64 that the optimizer of py-fsrs looks at."""
    assert fitted(daily(25, 90), NEVER) != fitted(daily(25, 90, lapses=20), NEVER)


def test_a_third_of_what_is_predicted_is_held_out_the_latest() -> None:
    logs = reviewed(2000)
    since = held_out_from(logs.values())
    times = [at for log in logs.values() for at in log.predicted()]
    assert sum(at >= since for at in times) == pytest.approx(len(times) / 3, abs=1)
    assert log_loss(logs, since).reviews == sum(at >= since for at in times)
    later = {item: Log(tuple(each for each in log.reviews if each.at < since)) for item, log in logs.items()}
    alone = [log for log in later.values() if log.reviews]
    assert fitted(logs.values(), since) == fitted(alone, datetime.max.replace(tzinfo=UTC)), "nothing of it was seen"


def test_the_score_is_what_the_schedule_predicted() -> None:
    """First meetings and repeats within a day count for nothing, the rest by the schedule's own prediction."""
    times = START, START + timedelta(hours=1), START + 4 * DAY, START + 4 * DAY + timedelta(hours=9), START + 9 * DAY
    ratings = Rating.AGAIN, Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.AGAIN
    log = Log(tuple(map(Rated, times, ratings)))
    assert list(log.predicted()) == [times[2], times[4]]
    memory, loss, sum_ = None, 0.0, 0.0
    for at, rating in zip(times, ratings, strict=True):
        if at in (times[2], times[4]):
            likely = recall(memory, at, FORGETS_FASTER)
            loss -= math.log(likely if rating > 1 else 1 - likely)
            sum_ += likely
        memory = rated(memory, rating, at, retention=0.8, parameters=FORGETS_FASTER)
    after, score = tried(log, START, retention=0.8, parameters=FORGETS_FASTER)
    assert after == memory == replayed(log, retention=0.8, parameters=FORGETS_FASTER)
    assert (score.reviews, score.remembered) == (2, 1)
    assert score.log_loss == pytest.approx(loss / 2)
    assert score.predicted == pytest.approx(sum_)
    assert tried(log, times[3], retention=0.8)[1].reviews == 1


def test_what_was_learned_elsewhere_is_replayed_but_teaches_nothing() -> None:
    before = Memory(20.0, 4.0, START - 20 * DAY, START, 7, 1)
    log = Log((Rated(START, Rating.GOOD), Rated(START + 30 * DAY, Rating.GOOD)), before)
    assert list(log.predicted()) == []
    assert tried(log, START, retention=0.9)[1] == Score()
    assert replayed(log).reviews == 9
    assert next(steps(log)).predicted == recall(before, START)
    assert replayed(log).stability > replayed(Log(log.reviews)).stability
