"""Numeric cards on the STAR method: the time that a story takes, the words of its parts, and how few stories do."""

from fractions import Fraction
from itertools import combinations
from random import Random

from sharpen.domain.card import Numeric

SHOWN = ("conflict", "ownership", "failure", "ambiguity", "users", "feedback")


def draw_telling(rng: Random) -> tuple[int, int]:
    """The words of a story, and a pace in words a minute."""
    return rng.randrange(180, 640, 5), rng.choice([130, 135, 140, 145, 150, 155, 160])


def seconds_when_told(rng: Random) -> Numeric:
    words, pace = draw_telling(rng)
    answer = 60 * words / pace
    return Numeric(
        f"You wrote a story down: {words} words. You speak {pace} words a minute, pauses included. **How many "
        "seconds** does it take to tell? (Within one second is right.)",
        answer,
        f"${words} / {pace} = {words / pace:.2f}$ minutes, which is {answer:.0f} seconds"
        + (": more than two minutes, so cut the situation first." if answer > 120 else "."),
        1.0,
        "seconds",
    )


def draw_shares(rng: Random) -> tuple[int, int, int, int]:
    """Words of the situation, at least a quarter of the whole, of the task, the action and the result."""
    task, action, result = rng.randrange(10, 50, 4), rng.randrange(60, 200, 4), rng.randrange(8, 60, 4)
    return round((task + action + result) * rng.uniform(0.35, 1.5)), task, action, result


def words_to_cut(rng: Random) -> Numeric:
    situation, task, action, result = draw_shares(rng)
    rest = task + action + result
    answer = situation - Fraction(3, 17) * rest
    return Numeric(
        f"A story has {situation} words of situation, {task} of task, {action} of action and {result} of result. You "
        "shorten the situation alone, until it is 15% of what is left of the whole. **How many words** must go? "
        "(Within half a word is right.)",
        float(answer),
        f"The other {rest} words are to be 85%, so the whole is ${rest} / 0.85 = {rest / 0.85:.1f}$ words and the "
        f"situation ${rest / 0.85 * 0.15:.1f}$. From {situation} that is {float(answer):.1f} fewer. (Taking 15% of the "
        "old whole forgets that the whole gets shorter too.)",
        0.5,
        "words",
    )


def draw_table(rng: Random) -> tuple[tuple[int, ...], ...]:
    """What each of six stories shows: places of two or three competencies; together all of them."""
    while True:
        table = tuple(tuple(sorted(rng.sample(range(6), rng.choice([2, 2, 3])))) for _ in range(6))
        if len(set(table)) == 6 and len({place for story in table for place in story}) == 6:
            return table


def fewest_stories(rng: Random) -> Numeric:
    table = draw_table(rng)
    sizes = range(1, len(table) + 1)
    chosen = next(few for size in sizes for few in combinations(range(6), size) if _shown(table, few) == set(range(6)))
    rows = "\n".join(
        f"- Story {'ABCDEF'[place]}: {', '.join(SHOWN[one] for one in story)}" for place, story in enumerate(table)
    )
    return Numeric(
        f"Six stories and what each of them shows:\n\n{rows}\n\n**How few of them** show all six competencies "
        f"({', '.join(SHOWN)})?",
        len(chosen),
        f"{' and '.join(f'{chr(65 + place)}' for place in chosen)} show all six, and no {len(chosen) - 1} do. A "
        "competency that a single story shows forces that story. Have a second story for each in real life: "
        "interviewers ask for another example.",
    )


def _shown(table: tuple[tuple[int, ...], ...], few: tuple[int, ...]) -> set[int]:
    return {place for story in few for place in table[story]}


CARDS = [seconds_when_told, words_to_cut, fewest_stories]
