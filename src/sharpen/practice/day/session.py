"""Review: the session of the day, item by item; it is kept with every step, so that a crash loses nothing.

A session is begun (or resumed) by `today`. `current` is the item in front; it is answered, then
rated, or undone, suspended, buried, noted on. Each of these takes the `key` of the item as it was
shown and raises NotInFront when another one is in front by now.

With `topic` a session is about that one topic, beside the session of the day: all of its cards,
due or not. Every function takes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sharpen.domain.card import Recall
from sharpen.domain.memory import Rating
from sharpen.domain.plan import Plan, day_ends, day_of
from sharpen.domain.review import ItemKind, Note, Standing
from sharpen.domain.session import Entry, Given, How, Session
from sharpen.practice import inputs
from sharpen.practice.cards.asking import Asked, judged, shown
from sharpen.practice.day import agenda
from sharpen.practice.errors import NotAnswered, NothingToTakeBack, NotInFront
from sharpen.practice.items import pool
from sharpen.practice.items.remembering import recorded, standing, take_back
from sharpen.practice.solving.recurrence import adopt
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

EXTRA_MINUTES = 10.0
LONGEST_SECONDS = 600.0
"""A card in front for longer than this was left lying there."""


@dataclass(frozen=True)
class Progress:
    """How far a session is. `minutes` are what the rest of it is expected to take."""

    started: datetime
    rated: int
    left: int
    minutes: float
    new: int
    """How many of those left are new."""
    topic: str = ""
    can_undo: bool = False


def today(ws: Workspace, topic: str = "") -> Progress:
    """Resume the session, or begin the one of today; nothing left means that it is done.

    Raises NoSuchTopic.
    """
    with ws.writing() as work:
        if topic:
            pool.find(work, topic)
        session = _settled(work, topic)
        if session is None or (not session.done and not session.queue):
            session = _begun(work, topic, session)
        return _progress(work, session)


def more(ws: Workspace) -> Progress:
    """Begin another session of the day after one is done: ten minutes more, of what helps most."""
    with ws.writing() as work:
        session = _settled(work, "")
        if session is None or not session.queue:
            session = _begun(work, "", session, EXTRA_MINUTES)
        return _progress(work, session)


def current(ws: Workspace, topic: str = "") -> Asked | None:
    """The item in front, with its judged answer if it was answered; None when the session is done."""
    with ws.writing() as work:
        session = _settled(work, topic)
        return _front(work, session) if session else None


def answer(ws: Workspace, key: str, *, places: Sequence[int] = (), typed: str = "", topic: str = "") -> Asked:
    """Answer the item in front (kept at once), and see what came of it.

    `places` are those of the options chosen, the steps in order, or the points ticked, as they were
    shown, from 0; `typed` is a number. Nothing at all means "I do not know". A recall card is
    revealed by an answer without places, and may be answered again with other ticks; any other
    keeps the first answer it got.

    Raises BadAnswer for what cannot be read, NotInFront.
    """
    with ws.writing() as work:
        session = _at(work, key, topic)
        entry = session.queue[0]
        if entry.item.kind is ItemKind.PROBLEM:
            raise NotAnswered("A problem is not answered here: solve it, and its verdict rates it.")
        card = pool.card(work, entry.item.id)
        given = Given(tuple(places), typed[:100])
        judged(card, entry.seed, given)  # raises before anything is kept
        if session.given is None or isinstance(card, Recall):
            session = session.answered(given)
            work.review_sessions.put(session)
        return _asked(work, session)


def rate(ws: Workspace, key: str, rating: Rating, *, seconds: float = 0.0, topic: str = "") -> Asked | None:
    """Rate the item in front, which was answered, and go on to the next; `seconds` is the time it took.

    AGAIN brings it back later in the session. Of a problem only AGAIN can be said here ("I could not
    solve it"): what an accepted attempt was worth is rated when it is judged. Raises NotInFront,
    NotAnswered.
    """
    with ws.writing() as work:
        session = _at(work, key, topic)
        entry = session.queue[0]
        is_problem = entry.item.kind is ItemKind.PROBLEM
        if is_problem and rating is not Rating.AGAIN:
            raise NotAnswered("Solve the problem, and its verdict rates it; 1 says that you could not.")
        if not is_problem and session.given is None:
            raise NotAnswered("Answer first, or reveal the answer; then rate how well you knew it.")
        took = min(inputs.seconds(seconds), LONGEST_SECONDS)
        kept = recorded(work, entry.item, rating, seconds=took, seed=entry.seed)
        lapsed = rating is Rating.AGAIN and not is_problem
        again = replace(entry, seed=entry.seed + 1, reviews=entry.reviews + 1, again=True) if lapsed else None
        return _on(work, session.passed(How.RATED, kept.id, again))


def undo(ws: Workspace, topic: str = "") -> Asked:
    """Take back the last step of the session, whatever it was, and the item is in front again as it was.

    As often as there are steps; those on cards that are gone since stay. Raises NothingToTakeBack.
    """
    with ws.writing() as work:
        session = work.review_sessions.get(topic)
        while session and session.done:
            step, session = session.done[-1], session.undone()
            if step.how is How.GONE or not _is_there(work, step.entry):
                continue
            _take_back(work, step.entry, step.how, step.review)
            work.review_sessions.put(session)
            return _asked(work, session)
        raise NothingToTakeBack("Nothing was done in this session that could be taken back.")


def suspend(ws: Workspace, key: str, topic: str = "") -> Asked | None:
    """Do not ask the item in front any more, until `items.take_back`; go on to the next."""
    with ws.writing() as work:
        session = _at(work, key, topic)
        work.memories.put(replace(standing(work, session.queue[0].item), suspended=True))
        return _on(work, session.passed(How.SUSPENDED))


def bury(ws: Workspace, key: str, topic: str = "") -> Asked | None:
    """Do not ask the item in front again today; go on to the next."""
    with ws.writing() as work:
        session = _at(work, key, topic)
        until = day_ends(datetime.now(UTC))
        work.memories.put(replace(standing(work, session.queue[0].item), buried_until=until))
        return _on(work, session.passed(How.BURIED))


def note(ws: Workspace, key: str, words: str, topic: str = "") -> Asked:
    """Keep a note on the item in front, such as what is wrong with it; an empty text deletes it. Raises BadText."""
    words = inputs.note(words)
    with ws.writing() as work:
        session = _at(work, key, topic)
        work.notes.put(Note(ws.learner, session.queue[0].item.id, words, datetime.now(UTC)))
        return _asked(work, session)


def _take_back(work: Work, entry: Entry, how: How, review_id: str) -> None:
    here = standing(work, entry.item)
    if how is How.SUSPENDED:
        work.memories.put(replace(here, suspended=False))
    elif how is How.BURIED:
        work.memories.put(replace(here, buried_until=None))
    else:
        take_back(work, entry.item, review_id)


def _settled(work: Work, topic: str) -> Session | None:
    """The session of today with an item in front that can be asked still; None when there is none of today."""
    session = work.review_sessions.get(topic)
    now = datetime.now(UTC)
    if session is None or day_of(session.started) != day_of(now):
        return None
    before = session
    while session.queue and not _stays(work, session.queue[0], now):
        session = session.passed(How.GONE)
    if session is not before:
        work.review_sessions.put(session)
    return session


def _stays(work: Work, entry: Entry, now: datetime) -> bool:
    """Whether an item is still to be asked: it exists, and nothing happened to it elsewhere."""
    if not _is_there(work, entry):
        return False
    known = work.memories.get(entry.item.id)
    if known is None:
        return not entry.reviews
    reviewed = known.memory.reviews if known.memory else 0
    return known.is_asked(now) and reviewed == entry.reviews


def _is_there(work: Work, entry: Entry) -> bool:
    try:
        if entry.item.kind is ItemKind.PROBLEM:
            work.problem(entry.item.id)
        else:
            shown(pool.card(work, entry.item.id), entry.seed)
    except Exception:  # also a numeric card that cannot make this instance: better left out than in the way
        return False
    return True


def _begun(work: Work, topic: str, before: Session | None, extra: float = 0.0) -> Session:
    """A new session; of one that is done today the steps stay, so that they can be undone."""
    now, plan = datetime.now(UTC), work.plans.get()
    if topic:
        queue = agenda.of_topic(work, topic, now)
    else:
        adopt(work)
        queue = agenda.of_the_day(work, plan, now, extra)
    begun = Session(work.learner, topic, now)
    session = replace(before or begun, queue=tuple(queue))
    work.review_sessions.put(session)
    return session


def _at(work: Work, key: str, topic: str) -> Session:
    session = _settled(work, topic)
    if session is None or not session.queue or _key(session) != key:
        raise NotInFront
    return session


def _on(work: Work, session: Session) -> Asked | None:
    work.review_sessions.put(session)
    settled = _settled(work, session.topic)
    return _front(work, settled) if settled else None


def _front(work: Work, session: Session) -> Asked | None:
    return _asked(work, session) if session.queue else None


def _asked(work: Work, session: Session) -> Asked:
    entry = session.queue[0]
    item, here = entry.item, standing(work, entry.item)
    found = work.notes.get(item.id)
    asked = Asked(
        key=_key(session),
        item=item.id,
        kind=item.kind,
        topic=item.topic,
        topic_title=pool.title(work, item.topic),
        question="",
        memory=here.memory,
        again=entry.again,
        note=found.text if found else "",
        intervals=_intervals(here, work.plans.get()),
    )
    if item.kind is ItemKind.PROBLEM:
        problem = work.library.problems[item.id]
        return replace(asked, question=problem.summary, problem=problem)
    card = pool.card(work, item.id)
    what = shown(card, entry.seed)
    outcome = judged(card, entry.seed, session.given) if session.given else None
    return replace(asked, judged=outcome, **vars(what))


def _intervals(standing: Standing, plan: Plan) -> dict[Rating, timedelta]:
    from sharpen.memory.schedule import intervals

    return intervals(standing.memory, datetime.now(UTC), retention=plan.retention, parameters=plan.parameters)


def _key(session: Session) -> str:
    return f"{len(session.done)}:{session.queue[0].item.id}:{session.queue[0].seed}"


def _progress(work: Work, session: Session) -> Progress:
    from sharpen.memory.steering import FIRST_TIME

    pace = agenda.minutes_by_kind(work)
    minutes = sum(
        agenda.minutes_of(work, entry.item, pace) * (1 if entry.reviews else FIRST_TIME) for entry in session.queue
    )
    new = sum(not entry.reviews for entry in session.queue)
    can_undo = any(step.how is not How.GONE for step in session.done)
    return Progress(session.started, session.rated, len(session.queue), minutes, new, session.topic, can_undo)
