"""What a learner gives, texts and the like: checked before it is kept, with one kind of line end."""

from datetime import UTC, datetime

from sharpen.practice.errors import BadText

LONGEST_SOURCE = 200_000
LONGEST_TRIAL = 50_000
LONGEST_NOTE = 5_000
LONGEST_PREDICTIONS = 5_000
MOST_TRIALS = 50
LONGEST_NOTES = 50_000
LONGEST_TITLE = 200
LONGEST_SIDE = 20_000
LONGEST_BOARD = 1_500_000
LONGEST_QUESTION = 500
LONGEST_NAME = 100
MOST_QUESTIONS = 300
LONGEST_WORK = 366 * 86_400.0
"""Seconds; more is the mistake of a clock, and no backup could be read with it."""


def source(text: str) -> str:
    """Code as it is kept. Raises BadText."""
    return _checked(text, "The code", LONGEST_SOURCE)


def trial(text: str) -> str:
    """A trial as it is kept. Raises BadText."""
    return _checked(text, "A trial", LONGEST_TRIAL)


def trials(texts: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Trials as they are kept, empty ones left out. Raises BadText."""
    if len(texts) > MOST_TRIALS:
        raise BadText(f"There are {len(texts)} trials; at most {MOST_TRIALS} are kept. Delete some.")
    return tuple(kept for kept in map(trial, texts) if kept.strip())


def note(text: str) -> str:
    """A note on an item as it is kept. Raises BadText."""
    return _checked(text, "The note", LONGEST_NOTE).strip()


def side(text: str, which: str) -> str:
    """A side of a card, "question" or "answer", as it is kept. Raises BadText for an empty one, too."""
    kept = _checked(text, f"The {which}", LONGEST_SIDE).strip()
    if not kept:
        raise BadText(f"A card needs a{'n' if which == 'answer' else ''} {which}, and this one is empty.")
    return kept


def notes(text: str) -> str:
    """The notes on a step of a case, or its cells, as they are kept. Raises BadText."""
    return _checked(text, "The text", LONGEST_NOTES)


def title(text: str) -> str:
    """The title of a story as it is kept. Raises BadText."""
    return _checked(text, "The title", LONGEST_TITLE)


def board(text: str) -> str:
    """The scene of a whiteboard as it is kept. Raises BadText."""
    return _checked(text, "The board", LONGEST_BOARD)


def question(text: str) -> str:
    """A question to the interviewer as it is kept. Raises BadText."""
    return " ".join(_checked(text, "The question", LONGEST_QUESTION).split())


def project_name(text: str) -> str:
    """The name of a project as it is kept: one line. Raises BadText."""
    name = " ".join(_checked(text, "The name", LONGEST_NAME).split())
    if not name:
        raise BadText("Give the project a name, such as the one it had at work.")
    return name


def predictions(text: str) -> str:
    """Predictions on a lab as they are kept. Raises BadText."""
    return _checked(text, "The predictions", LONGEST_PREDICTIONS)


def seconds(worked: float) -> float:
    """Time worked; nonsense counts as none."""
    return worked if 0 < worked <= LONGEST_WORK else 0.0


def _checked(text: str, what: str, longest: int) -> str:
    if len(text) > longest:
        raise BadText(f"{what} has {len(text):,} characters; at most {longest:,} are accepted. Shorten it.")
    if "\0" in text:
        raise BadText(f"{what} contains a NUL character, which Python does not accept. Delete it.")
    try:
        text.encode()
    except UnicodeEncodeError as problem:
        line = text.count("\n", 0, problem.start) + 1
        raise BadText(f"{what} contains half a character in line {line}. Delete it and type it again.") from None
    return plain(text)


def plain(text: str) -> str:
    """A text with one kind of line end; a form sends two characters."""
    return text.replace("\r\n", "\n")


def moment(value: datetime) -> datetime:
    """A time in UTC. Raises ValueError for one without a zone."""
    if value.tzinfo is None:
        raise ValueError("a time needs a time zone, such as +00:00.")
    return value.astimezone(UTC)
