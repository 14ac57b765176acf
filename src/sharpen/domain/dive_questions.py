"""Which question a dive asks next.

Down a ladder goes one rung of each depth, from what to limits, each with a follow-up chosen by how the rung went; of
several rungs of one depth it is the one that was not asked for longest. What was answered well the last time is passed
over while something below was not, so that a later dive begins where the one before got into trouble. Stuck twice, or
at its end, the ladder is left, and the dive does not come back to it.

Then another ladder is taken. The first dive into a project opens with the first facet, and a dive for which a ladder
was chosen with that one. From then on those of three lists that are not empty take turns:

1. facets of which the file about the project says nothing, then those of which it says little, until they were asked:
   from then on how that went says more than the file,
2. ladders that broke when they were last asked, the one that broke longest ago first,
3. all others, methods and facets alternating: those that the dive before asked about last, those never asked before
   those asked, and of these the one asked longest ago. Of several methods it is the one that the file names most.

What is equal is put in order by the seed of the dive. A facet that the file leaves empty begins with the question about
that, which stands for the rung that asks what. Once time is over nothing more is asked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random

from sharpen.domain.day import day_of
from sharpen.domain.dive import DEPTHS, GAP, MOST_STUCK, Answer, Dive, DiveSummary, How, Visit, visits
from sharpen.domain.ladder import Depth, Ladder, Rung

FEW = 20
"""A field with fewer words says little."""
CHOSEN, OPENS = "because you chose it", "because it is where an interviewer begins"
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Subject:
    """What a dive into a project may ask about: the facets, in order, and the methods that the candidate confirmed.

    Methods come in the order in which they are asked about, the main one first. `words` counts those that the file has
    on each field; `gaps` are the questions for fields that it leaves empty.
    """

    facets: tuple[Ladder, ...]
    methods: tuple[Ladder, ...] = ()
    words: Mapping[str, int] = field(default_factory=dict)
    gaps: Mapping[str, str] = field(default_factory=dict)

    @property
    def ladders(self) -> dict[str, Ladder]:
        """Facets and methods, by slug."""
        return {ladder.slug: ladder for ladder in (*self.facets, *self.methods)}

    def is_thin(self, ladder: Ladder) -> bool:
        """Whether the file says little or nothing about a facet."""
        return ladder.is_facet and self.words.get(ladder.field, 0) < FEW


@dataclass(frozen=True)
class Past:
    """What earlier dives into a project asked. The times are those of the dives."""

    ladders: Mapping[str, tuple[datetime, Visit]]
    """By ladder, how it went the last time."""
    rungs: Mapping[str, datetime]
    """When each question was last asked, by name."""
    well: frozenset[str]
    """The questions whose last answer went well."""
    last: datetime
    """When the dive before was."""


def past(earlier: Iterable[DiveSummary]) -> Past:
    """What some dives asked."""
    ladders, rungs, last = dict[str, tuple[datetime, Visit]](), dict[str, datetime](), NEVER
    answers = dict[str, Answer]()
    for dive in sorted(earlier, key=lambda one: (one.started, one.id)):
        for visit in visits(answer for answer in dive.answers if answer.how is not None):
            ladders[visit.ladder] = dive.started, visit
            rungs.update((answer.name, dive.started) for answer in visit.answers)
            answers.update((answer.name, answer) for answer in visit.answers)
            last = dive.started
    return Past(ladders, rungs, frozenset(name for name, answer in answers.items() if _went_well(answer)), last)


def _went_well(answer: Answer) -> bool:
    """Whether an answer had half of the points or more; as long as none was ticked, by the candidate's own word."""
    if answer.ticked is not None and answer.points:
        return 2 * len(answer.ticked) >= answer.points
    return answer.how is How.STRONG and answer.then is not How.STUCK and answer.ticked != ()


def asked(dive: Dive, subject: Subject, before: Past) -> Dive:
    """The dive with the next question in front; as it is if one waits for an answer, or there is no other."""
    if dive.front is not None or dive.finished is not None or not dive.time_left:
        return dive
    visited = visits(dive.answers)
    here = subject.ladders.get(visited[-1].ladder) if visited else None
    rung = _deeper(here, visited[-1], before) if here and visited[-1].stuck < MOST_STUCK else None
    if here and rung:
        return _with(dive, here, rung)
    taken = _taken(dive, subject, before)
    if taken is None:
        return dive
    ladder, why = taken
    if gap := subject.gaps.get(ladder.field):
        answer = Answer(ladder.slug, GAP, Depth.WHAT, why=why)
        return replace(dive, answers=(*dive.answers, answer), questions={**dive.questions, answer.name: gap})
    first = _deeper(ladder, Visit(ladder.slug, ()), before)
    return _with(dive, ladder, first, why) if first else dive


def _with(dive: Dive, ladder: Ladder, rung: Rung, why: str = "") -> Dive:
    answer = Answer(ladder.slug, rung.id, rung.depth, points=len(rung.points), why=why)
    questions = {**dive.questions, answer.name: rung.question}
    return replace(dive, answers=(*dive.answers, answer), questions=questions)


def _deeper(ladder: Ladder, visit: Visit, before: Past) -> Rung | None:
    """The next rung down: of those at the next depth that is worth asking, the one that was not asked for longest."""
    deepest = max((DEPTHS.index(one.depth) for one in visit.answers), default=-1)
    below = [rung for rung in ladder.rungs if DEPTHS.index(rung.depth) > deepest]
    unsure = [rung for rung in below if f"{ladder.slug}/{rung.id}" not in before.well] or below
    level = [rung for rung in unsure if rung.depth is unsure[0].depth]
    return min(level, key=lambda rung: before.rungs.get(f"{ladder.slug}/{rung.id}", NEVER), default=None)


def _taken(dive: Dive, subject: Subject, before: Past) -> tuple[Ladder, str] | None:
    """The ladder that comes next, and why; None when all were taken."""
    visited = visits(dive.answers)
    over = {visit.ladder for visit in visited}
    left = {slug: ladder for slug, ladder in subject.ladders.items() if slug not in over and ladder.rungs}
    if not visited and dive.first in left:
        return left[dive.first], CHOSEN
    if not visited and not before.ladders and subject.facets and subject.facets[0].slug in left:
        return subject.facets[0], OPENS
    facet_before = bool(visited) and visited[-1].ladder in {facet.slug for facet in subject.facets}
    lists = _lists(_shuffled(left.values(), dive.seed), subject, before, facet_before=facet_before)
    if not lists:
        return None
    turn = sum(visit.why not in (CHOSEN, OPENS) for visit in visited)
    ladder = lists[turn % len(lists)][0]
    return ladder, _reason(ladder, subject, before)


def _shuffled(ladders: Iterable[Ladder], seed: int) -> list[Ladder]:
    found = sorted(ladders, key=lambda ladder: ladder.slug)
    Random(seed).shuffle(found)
    return found


def _lists(ladders: Sequence[Ladder], subject: Subject, before: Past, *, facet_before: bool) -> list[list[Ladder]]:
    """Those of the three lists that are not empty, each in its order."""
    thin = [each for each in ladders if subject.is_thin(each) and each.slug not in before.ladders]
    broke = [each for each in ladders if _broke(each, before)]
    others = [each for each in ladders if each not in thin and each not in broke]
    rank = {method.slug: number for number, method in enumerate(subject.methods)}

    def since(ladder: Ladder) -> datetime:
        return before.ladders[ladder.slug][0] if ladder.slug in before.ladders else NEVER

    def order(ladder: Ladder) -> tuple[bool, bool, datetime, int]:
        return _just_asked(ladder, before), ladder.is_facet == facet_before, since(ladder), rank.get(ladder.slug, 0)

    lists = (
        sorted(thin, key=lambda ladder: subject.words.get(ladder.field, 0) > 0),
        sorted(broke, key=since),
        sorted(others, key=order),
    )
    return [one for one in lists if one]


def _just_asked(ladder: Ladder, before: Past) -> bool:
    """Whether the dive before asked about it."""
    return ladder.slug in before.ladders and before.ladders[ladder.slug][0] == before.last


def _broke(ladder: Ladder, before: Past) -> bool:
    return ladder.slug in before.ladders and before.ladders[ladder.slug][1].broke


def _reason(ladder: Ladder, subject: Subject, before: Past) -> str:
    """Why a ladder is taken, as the candidate reads it."""
    if ladder.slug in before.ladders:
        at, visit = before.ladders[ladder.slug]
        when = f"{day_of(at).day} {day_of(at):%B}"
        return f"because it broke on {when}" if visit.broke else f"because you were last asked about it on {when}"
    if subject.is_thin(ladder):
        says = "little" if subject.words.get(ladder.field) else "nothing"
        return f"because your file says {says} under “{ladder.title}”"
    return "because nobody asked you about it yet" if ladder.is_facet else "because you named it, and nobody asked yet"
