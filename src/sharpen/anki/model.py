"""The kind of note that sharpen writes: its ids never change, or Anki would take an export for something new."""

import re

MODEL = 1_603_214_851
"""The id of the kind of note."""
MODEL_NAME = "sharpen"
QUESTION, ANSWER, ITEM = "Question", "Answer", "Item"
FRONT = '<div class="sharpen">{{Question}}</div>'
BACK = '{{FrontSide}}\n\n<hr id=answer>\n\n<div class="sharpen">{{Answer}}</div>'
CSS = """\
.card { background: #fcfbf9; color: #22262e; font: 18px/1.5 "Inter", system-ui, sans-serif; }
.sharpen { max-width: 42rem; margin: 0 auto; text-align: left; overflow-wrap: anywhere; }
.sharpen code { font: 0.9em/1.45 "JetBrains Mono", ui-monospace, Menlo, Consolas, monospace; background: #f1efeb;
  border-radius: 4px; padding: 0.1em 0.3em; }
.sharpen pre { background: #f1efeb; border-radius: 8px; padding: 0.7em 0.9em; overflow-x: auto; text-align: left; }
.sharpen pre code { background: none; padding: 0; white-space: pre; overflow-wrap: normal; }
.sharpen .table { overflow-x: auto; }
.sharpen table { border-collapse: collapse; margin: 0.6em 0; }
.sharpen th, .sharpen td { border-bottom: 1px solid #ddd9d2; padding: 0.3em 0.7em; text-align: left;
  vertical-align: top; }
.sharpen blockquote { border-left: 3px solid #ddd9d2; margin: 0.6em 0; padding-left: 0.9em; color: #565d69; }
.sharpen a { color: #1f62b5; }
#answer { max-width: 42rem; border: 0; border-top: 1px solid #ddd9d2; margin: 1.2em auto; }
.card.nightMode, .nightMode .card { background: #14171c; color: #e3e5e9; }
.nightMode .sharpen code, .nightMode .sharpen pre { background: #22262d; color: #e3e5e9; }
.nightMode .sharpen pre code { background: none; }
.nightMode .sharpen th, .nightMode .sharpen td, .nightMode .sharpen blockquote, .nightMode #answer {
  border-color: #3a404a; }
.nightMode .sharpen blockquote { color: #a5acb8; }
.nightMode .sharpen a { color: #7db0ee; }
"""
LATER = re.compile(r"(.+) ([1-9][0-9]{0,3})", re.DOTALL)
"""No guid of Anki's has a space in it."""


def note_guid(guid: str, place: int) -> str:
    """The guid of the note for a card. Here each card has one of its own, so later ones add their place."""
    return f"{guid} {place}" if place else guid


def guid_and_place(guid: str, place: int) -> tuple[str, int]:
    """What `note_guid` was made of."""
    later = LATER.fullmatch(guid)
    return (later[1], int(later[2])) if later and not place else (guid, place)
