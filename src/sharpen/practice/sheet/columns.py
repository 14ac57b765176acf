"""Columns: which field of the sheet each column of a table is."""

import re
from collections.abc import Mapping, Sequence

from sharpen.practice.sheet.cells import DIFFICULTIES, plain

FIELDS = {
    "title": "Title",
    "link": "Link",
    "source": "Source",
    "difficulty": "Difficulty",
    "patterns": "Patterns",
    "minutes": "Minutes",
    "went": "How it went",
    "day": "Date",
    "notes": "Notes",
}
"""What a column may be, and what that is called."""
NOTHING = ""
"""For a column that is left out."""
NAMES = {
    "title": {"title", "problem", "problem name", "name", "question", "question name", "problem title", "task",
              "exercise"},
    "link": {"link", "url", "leetcode link", "problem link", "question link", "href", "leetcode url"},
    "source": {"source", "site", "platform", "website", "from", "judge"},
    "difficulty": {"difficulty", "level", "diff", "easy medium hard", "hardness"},
    "patterns": {"patterns", "pattern", "topics", "topic", "tags", "tag", "category", "categories", "related topics",
                 "type", "technique", "techniques", "concept", "concepts"},
    "minutes": {"minutes", "time", "time taken", "time spent", "duration", "mins", "min", "time min", "time minutes",
                "time taken mins", "time taken minutes", "minutes taken"},
    "went": {"how it went", "went", "status", "solved", "result", "outcome", "done", "completed", "confidence",
             "self rating", "comfort", "solved alone", "independently", "could solve"},
    "day": {"date", "day", "solved on", "date solved", "date completed", "completed on", "last practiced",
            "last solved", "when", "last attempt", "date attempted", "attempted on", "last reviewed"},
    "notes": {"notes", "note", "comment", "comments", "remarks", "remark", "approach", "key idea", "idea", "learnings",
              "takeaway", "takeaways", "mistakes", "what i learned"},
}  # fmt: skip
"""What people call these columns, in plain words."""
LEVELS = set().union(*DIFFICULTIES.values())
FIELD_OF = {name: field for field, names in NAMES.items() for name in names}


def is_headings(cells: Sequence[str]) -> bool:
    """Whether the first row of a table names its columns: in words we know, or else in words that are no content."""
    if any(plain(cell) in FIELD_OF for cell in cells):
        return True
    return len(cells) > 1 and not any(re.search(r"\d|://", cell) or cell.casefold() in LEVELS for cell in cells)


def guessed(headings: Sequence[str], remembered: Mapping[str, str]) -> list[str]:
    """The field of each column: as the learner had it last, else by its name; each field once, the first that fits."""
    fields: list[str] = []
    for heading in headings:
        name = plain(heading)
        field = remembered[name] if name in remembered else FIELD_OF.get(name, NOTHING)
        fields.append(NOTHING if field in fields else field)
    return ["title"] if fields == [NOTHING] else fields
