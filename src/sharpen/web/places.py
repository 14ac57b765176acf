"""Places: every page one can go to. The navigation, the foot of a page, the Library and the search are made of them."""

from dataclasses import dataclass

from sharpen.domain import card

TODAY, ROUNDS, PROGRESS, LIBRARY = "/", "/rounds", "/progress", "/library"
NAVIGATION = {TODAY: "Today", ROUNDS: "Rounds", PROGRESS: "Progress", LIBRARY: "Library"}
"""What stands on top of every page, and the words there; the rounds are a menu."""
MY_CARDS = f"/cards?topic={card.MY_CARDS}"


@dataclass(frozen=True)
class Place:
    """A page to go to: what it is called, what is there in a line, and other words by which people look for it.

    `rounds` are those that it is for. What is `fetched` is a file, not a page.
    """

    path: str
    title: str
    note: str
    words: str = ""
    rounds: tuple[str, ...] = ()
    fetched: bool = False


@dataclass(frozen=True)
class Shelf:
    """Places that belong together, under one of the NAVIGATION."""

    title: str
    under: str
    places: tuple[Place, ...]


CODING = ("general-coding", "ml-coding")
PRACTICE = Shelf(
    "To practice",
    ROUNDS,
    (
        Place(ROUNDS, "Topics and lessons", "All of them by round, as a map", "rounds lessons topics outline"),
        Place("/problems", "Problems", "Code that the judge runs", "coding list", CODING),
        Place("/drill", "Pattern drill", "Which pattern a statement asks for", "drill patterns", CODING[:1]),
        Place("/projects", "Projects", "Yours, and dives into them", "depth projects deep dive", ("depth",)),
        Place("/cases", "Cases", "At a whiteboard, in nine steps", "system design", ("design",)),
        Place("/labs", "Labs", "Designs that run in a simulated world", "designs that run", ("design",)),
        Place("/stories", "Stories", "Yours by STAR, and telling them", "behavioral STAR", ("behavioral",)),
        Place("/questions", "Behavioral questions", "What is asked, and your story", "behavioral", ("behavioral",)),
        Place("/mocks", "Mock loops", "By the clock, then a debrief", "phone screen onsite full loop debrief"),
    ),
)
ON_OFF = "on off switch custom study weakest cram"
CARDS = Shelf(
    "Cards and decks",
    LIBRARY,
    (
        Place("/cards", "Cards", "All of them in one list", "browser suspended due leeches recall", ("breadth",)),
        Place("/decks", "Decks and topics", "In or out of the daily review", ON_OFF, ("breadth",)),
        Place(MY_CARDS, "My cards", "Those you made", "own cards deck"),
        Place("/cards/new", "New card", "Made by you, in Markdown", "make write own card"),
        Place("/suspended", "Suspended cards and notes", "Not asked until you say so", "buried leeches"),
        Place("/anki", "Cards from and to Anki", "Decks in, with their schedule; cards out", "import export decks"),
    ),
)
KEPT = Shelf(
    "To read, and what you keep",
    LIBRARY,
    (
        Place("/readings", "ML at companies", "What they wrote of their systems", "readings", ("design",)),
        Place("/log", "Log", "Problems you solved elsewhere", "solved elsewhere sheet LeetCode", CODING[:1]),
        Place("/recordings", "Recordings", "What you said aloud", "voice microphone", ("depth", "behavioral")),
    ),
)
DAY = Shelf(
    "Every day",
    TODAY,
    (
        Place(TODAY, "Today", "What to do now, and why", "home start"),
        Place("/review", "Review", "Before you forget it", "cards due"),
        Place("/calendar", "Calendar", "What each day holds until the interview", "schedule days week move skip ics"),
        Place("/plan", "Plan", "The date, the minutes, and what they lead to", "date minutes settings weights"),
        Place("/start", "Start", "Four questions on what you prepare for", "four questions role level date days off"),
        Place("/placement", "Placement", "Twenty questions find out what you know", "test what you know", ("breadth",)),
    ),
)
KNOWN = Shelf(
    "How it goes",
    PROGRESS,
    (
        Place(PROGRESS, "Progress", "How ready you are, by round and topic", "readiness"),
        Place("/statistics", "Statistics", "Reviews, and what you remember", "reviews retention fit"),
        Place("/statistics/problems", "Problem statistics", "Solved, first tries, time", "calendar first try par"),
    ),
)
DATA = "theme dark light export import backup csv data restore"
APP = Shelf(
    "This app",
    LIBRARY,
    (
        Place(LIBRARY, "Library", "Everything there is, on one page", "browse everything all pages"),
        Place("/settings", "Settings", "The look, your data, a backup in and out", DATA),
        Place("/interviewer", "Interviewer", "A language model, if you plug one in", "language model settings"),
        Place("/sharpen-backup.json", "Export all my work", "One file, to keep or to move", fetched=True),
    ),
)
SHELVES = (PRACTICE, CARDS, KEPT, DAY, KNOWN, APP)
PLACES = {place.path: place for shelf in SHELVES for place in shelf.places}
FOOT = tuple(place for place in APP.places if place.path != LIBRARY)
"""What stands at the foot of every page."""
HOMES = {"/topics": ROUNDS} | {place.path: shelf.under for shelf in SHELVES for place in shelf.places}
"""Where pages are at home, and those below them."""


def of_round(round_: str) -> list[Place]:
    """The places that are for a round."""
    return [place for place in PLACES.values() if round_ in place.rounds]


def under(path: str) -> str:
    """Which of the NAVIGATION a page is under; empty for a page that is not at home anywhere."""
    fitting = [at for at in HOMES if path == at or path.startswith(f"{at}/")]
    return HOMES[max(fitting, key=len)] if fitting else ""
