"""Review: the session of the day, item by item; it is kept with every step, so that a crash loses nothing.

`resume` begins the session of today or goes on with it. The item in front is answered, then rated, or
undone, suspended, buried, noted on. Each of these takes the `key` of the item as it was shown, raises
NotInFront when another one is in front by now, and returns the session as it stands afterwards.

`current` only looks: before the session of today was begun it shows the item that it would begin with, and
the first step begins it with that item in front.

With `topic` a session is about that one topic, beside the session of the day: all of its cards,
due or not; `subject.DRILL` is one of drills, and `subject.PLACEMENT` one that chooses each question after the answer
before it. Every function takes it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sharpen.domain.day import day_ends, day_of
from sharpen.domain.memory import Rating
from sharpen.domain.note import Note
from sharpen.domain.session import Entry, Given, How, Session, Step
from sharpen.practice import inputs
from sharpen.practice.day import agenda, subject
from sharpen.practice.day.drilling import of_drills
from sharpen.practice.day.placement import of_placement
from sharpen.practice.day.session_view import Front, Progress, front, item_in, key_of, progress_of
from sharpen.practice.errors import NothingToStudy, NothingToTakeBack, NotInFront
from sharpen.practice.exercises import EXERCISES
from sharpen.practice.items.remembering import record_rating, standing, undo_rating
from sharpen.practice.solving.recurrence import adopt_solved
from sharpen.practice.work import Work, once, plan_of
from sharpen.practice.workspace import Workspace

EXTRA_MINUTES = 10.0
LONGEST_SECONDS = 600.0
"""Cap on the time charged to a card; beyond it the learner had walked away."""


def resume(ws: Workspace, topic: str = "") -> Front:
    """Resume the session, or begin the one of today; nothing left means that it is done.

    Raises NoSuchTopic.
    """
    with ws.writing() as work:
        if topic:
            subject.find(work, topic)
        return _kept(work, _settled(work, topic) or _begun(work, topic))


def current(work: Work, topic: str = "", shown: str = "") -> Front:
    """The session as it stands, or as it would begin, and nothing is changed.

    `shown` is the key of what was in front a moment ago: a session that was not begun would begin with it still.
    Raises NoSuchTopic.
    """
    return front(work, _settled(work, topic) or _chosen(work, topic, first=item_in(shown)))


@once
def progress(work: Work, topic: str = "") -> Progress:
    """How far the session is, as `current` says it, without the item in front. Raises NoSuchTopic."""
    return progress_of(work, _settled(work, topic) or _chosen(work, topic))


def steps(work: Work, topic: str = "") -> tuple[Step, ...]:
    """What was done so far in the session of today; nothing where none was begun."""
    session = _of_today(work, topic)
    return session.done if session else ()


def more(ws: Workspace, topic: str = "") -> Front:
    """Begin another session after one is done: ten minutes more, of what helps most; or as many drills again.

    The steps of the one before stay, so that they can be undone. Raises NoSuchTopic.
    """
    with ws.writing() as work:
        session = _settled(work, topic)
        if session is None or not session.queue:
            session = _begun(work, topic, session, EXTRA_MINUTES)
        return _kept(work, session)


STUDIES = {"weakest": agenda.weakest_of, "due": agenda.due_of}
"""What may be studied of a topic beside all of it, and what that asks."""


def study(ws: Workspace, topic: str, what: str) -> Front:
    """Begin a session about the weakest items of a topic, or those that are due; one of STUDIES.

    It takes the place of the topic's session; the steps of that stay, so that they can be undone. Raises NoSuchTopic,
    NothingToStudy.
    """
    with ws.writing() as work:
        now, found = datetime.now(UTC), subject.find(work, topic)
        queue = tuple(STUDIES[what](work, found.id, now))
        if not queue:
            raise NothingToStudy(f"{found.title} has nothing {'due' if what == 'due' else 'to ask'} now.")
        before = _of_today(work, topic) or Session(work.learner, topic, now)
        return _kept(work, replace(before, queue=queue, given=None))


def answer(ws: Workspace, key: str, *, places: Sequence[int] = (), typed: str = "", topic: str = "") -> Front:
    """Answer the item in front (kept at once), and return the result.

    `places` are those of the options chosen, the steps in order, or the points ticked, as they were
    shown, from 0; `typed` is a number. Nothing at all means "I do not know". A recall card is
    revealed by an answer without places, and may be answered again with other ticks; any other
    keeps the first answer it got.

    Raises BadAnswer for what cannot be read, NotInFront.
    """
    with ws.writing() as work:
        return _kept(work, _answered(work, _at(work, key, topic), Given(tuple(places), typed[:100])))


def rate(
    ws: Workspace,
    key: str,
    rating: Rating,
    *,
    seconds: float = 0.0,
    ticks: Sequence[int] | None = None,
    topic: str = "",
) -> Front:
    """Rate the item in front, which was answered, and go on to the next; `seconds` is the time it took.

    `ticks` are the points of a recall card that are ticked now, if that is not kept yet. AGAIN brings
    the item back later in the session. What is done elsewhere can only be rated AGAIN here ("I could
    not solve it"): a problem is rated when an attempt is accepted. Raises NotInFront, NotAnswered,
    BadAnswer.
    """
    with ws.writing() as work:
        session = _at(work, key, topic)
        if ticks is not None:
            session = _answered(work, session, Given(tuple(ticks)))
        entry = session.queue[0]
        exercise = EXERCISES[entry.item.kind]
        judged = exercise.judged(work, entry.item, entry.seed, session.given) if session.given else None
        exercise.check_rating(rating, judged)
        took = min(inputs.seconds(seconds), LONGEST_SECONDS)
        kept = record_rating(work, entry.item, rating, seconds=took, seed=entry.seed if exercise.seeded else None)
        lapsed = rating is Rating.AGAIN and exercise.asked_here and topic != subject.PLACEMENT.id
        again = replace(entry, seed=entry.seed + 1, reviews=entry.reviews + 1, again=True) if lapsed else None
        after = _settle(work, session.passed(How.RATED, kept.id, again))
        return _kept(work, _asked_next(work, after) if topic == subject.PLACEMENT.id else after)


def undo(ws: Workspace, topic: str = "") -> Front:
    """Take back the last step of the session, whatever it was, and the item is in front again as it was.

    As often as there are steps; those on cards that are gone or were reviewed elsewhere since stay. Raises
    NothingToTakeBack.
    """
    why = "Nothing was done in this session that could be taken back."
    with ws.writing() as work:
        session = _of_today(work, topic)
        while session and session.done:
            step, session = session.done[-1], session.undone()
            if step.how is How.GONE or not _is_there(work, step.entry):
                continue
            try:
                _take_back(work, step.entry, step.how, step.review)
            except NothingToTakeBack as problem:
                why = str(problem)
                continue
            return _kept(work, session)
        raise NothingToTakeBack(why)


def step_back(ws: Workspace, topic: str = "") -> Front:
    """Take back the answer to the item in front; where it has none, the last step, as `undo` does."""
    with ws.writing() as work:
        session = _settled(work, topic)
        if session and session.queue and session.given is not None:
            return _kept(work, replace(session, given=None))
    return undo(ws, topic)


def suspend(ws: Workspace, key: str, topic: str = "") -> Front:
    """Do not ask the item in front any more, until `listing.ask_again`; go on to the next."""
    with ws.writing() as work:
        session = _at(work, key, topic)
        work.memories.put(replace(standing(work, session.queue[0].item), suspended=True, changed=datetime.now(UTC)))
        return _kept(work, _settle(work, session.passed(How.SUSPENDED)))


def bury(ws: Workspace, key: str, topic: str = "") -> Front:
    """Do not ask the item in front again today; go on to the next."""
    with ws.writing() as work:
        session = _at(work, key, topic)
        until = day_ends(datetime.now(UTC))
        work.memories.put(replace(standing(work, session.queue[0].item), buried_until=until))
        return _kept(work, _settle(work, session.passed(How.BURIED)))


def note(ws: Workspace, key: str, words: str, topic: str = "") -> Front:
    """Keep a note on the item in front, such as what is wrong with it; an empty text deletes it. Raises BadText."""
    words = inputs.note(words)
    with ws.writing() as work:
        session = _at(work, key, topic)
        work.notes.put(Note(work.learner, session.queue[0].item.id, words, datetime.now(UTC)))
        return _kept(work, session)


def begin(ws: Workspace, key: str, topic: str = "") -> str:
    """Get ready what is in front and done elsewhere, as a problem with its code reset; its page. Raises NotInFront."""
    with ws.writing() as work:
        session = _at(work, key, topic)
        entry = session.queue[0]
        exercise = EXERCISES[entry.item.kind]
        elsewhere = exercise.shown(work, entry.item, entry.seed).elsewhere
        if elsewhere is None:
            raise NotInFront
        exercise.begin(work, entry.item)
        work.review_sessions.put(session)
        return elsewhere.path


def _asked_next(work: Work, session: Session) -> Session:
    """The placement with what to ask next after the answers so far."""
    queue = of_placement(work, datetime.now(UTC), session.done, len(session.queue))
    return replace(session, queue=_settle(work, replace(session, queue=tuple(queue))).queue)


def _answered(work: Work, session: Session, given: Given) -> Session:
    """The session with an answer to the item in front. Raises BadAnswer, NotAnswered."""
    entry = session.queue[0]
    exercise = EXERCISES[entry.item.kind]
    exercise.judged(work, entry.item, entry.seed, given)
    return session.answered(given) if session.given is None or exercise.ticked else session


def _take_back(work: Work, entry: Entry, how: How, review_id: str) -> None:
    here = standing(work, entry.item)
    if how is How.SUSPENDED:
        work.memories.put(replace(here, suspended=False, changed=None))
    elif how is How.BURIED:
        work.memories.put(replace(here, buried_until=None))
    else:
        undo_rating(work, entry.item, review_id)


def _of_today(work: Work, topic: str) -> Session | None:
    """The session as it was kept; None when none of today was begun, or one that had nothing to ask."""
    session = work.review_sessions.get(topic)
    if session is None or day_of(session.started) != day_of(datetime.now(UTC)):
        return None
    return session if session.done or session.queue else None


def _settled(work: Work, topic: str) -> Session | None:
    """The session of today with an item in front that can be asked still; None when none was begun."""
    session = _of_today(work, topic)
    return _settle(work, session) if session else None


def _settle(work: Work, session: Session) -> Session:
    """The session past what is not to be asked any more."""
    now = datetime.now(UTC)
    while session.queue and not _stays(work, session.queue[0], now):
        session = session.passed(How.GONE)
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
        EXERCISES[entry.item.kind].shown(work, entry.item, entry.seed)
    except Exception:  # also a numeric card that cannot make this instance: better left out than in the way
        return False
    return True


def _chosen(work: Work, topic: str, before: Session | None = None, extra: float = 0.0, first: str = "") -> Session:
    """The session that would begin now, with `first` in front if it can be asked. Raises NoSuchTopic."""
    now = datetime.now(UTC)
    if topic == subject.DRILL.id:
        queue = of_drills(work, now, first)
    elif topic == subject.PLACEMENT.id:
        queue = of_placement(work, now, before.done if before else (), first=first)
    elif topic:
        queue = agenda.of_topic(work, subject.find(work, topic).id, now, first)
    else:
        queue = agenda.of_the_day(work, plan_of(work), now, extra, first)
    session = before or Session(work.learner, topic, now)
    return replace(session, queue=_settle(work, replace(session, queue=tuple(queue))).queue)


def _begun(work: Work, topic: str, before: Session | None = None, extra: float = 0.0, first: str = "") -> Session:
    """The same, begun: what was solved before there was a memory of it is remembered first."""
    if not topic:
        adopt_solved(work)
    return _chosen(work, topic, before, extra, first)


def _at(work: Work, key: str, topic: str) -> Session:
    """The session with the item of this key in front, begun if it must be. Raises NotInFront."""
    session = _settled(work, topic) or _begun(work, topic, first=item_in(key))
    if not session.queue or key_of(session) != key:
        raise NotInFront
    return session


def _kept(work: Work, session: Session) -> Front:
    """Keep a session, and see how it stands."""
    work.review_sessions.put(session)
    return front(work, session)
