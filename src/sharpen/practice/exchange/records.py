"""The registry of records: everything a backup must know of a noun is one entry in `record_kinds`."""

from collections.abc import Mapping

from sharpen.domain.passage import Passage, SetAside
from sharpen.practice import inputs
from sharpen.practice.exchange.record_kinds import depth, design, learning, mocks, solving, stories
from sharpen.practice.exchange.rules import Rule, edit, edits, words

ROOMS = (solving, learning, design, depth, stories, mocks)
RECORDS = tuple(sorted((kind for room in ROOMS for kind in room.RECORDS), key=lambda kind: kind.since))
"""The kinds that the first documents had come first, so that a document keeps its order."""
LEFT_OUT = {
    "recording_chunks": "they are in the rows of their recordings",
    "sheet_columns": "what the columns of a sheet are is seen, and changed, before anything is imported",
    "review_days": "sums over the reviews, which are counted again as these are imported",
    "review_sums": "sums over the reviews, which are counted again as these are imported",
    "interviewer_days": "what was sent from here to the interviewer guards the budget of a day, which is over soon",
    "sessions": "a session in progress ends with its day, and every answer rated in it is among the reviews",
}
"""The other tables, and why a backup does without each."""
PARTS: dict[type, Mapping[str, Rule]] = {
    **learning.PARTS,
    **design.PARTS,
    **depth.PARTS,
    **mocks.PARTS,
    Passage: {"text": inputs.board, "lineage": edits},
    SetAside: {"passage": words(100), "edit": edit, "text": inputs.board},
}
"""The rules of nouns that are parts of others."""
RULES = {
    f"{noun.__name__}.{name}": rule
    for noun, rules in (*((kind.noun, kind.rules) for kind in RECORDS), *PARTS.items())
    for name, rule in rules.items()
}
"""The rules of all fields, by class and name."""
