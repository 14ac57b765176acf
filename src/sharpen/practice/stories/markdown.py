"""Stories as Markdown: all of them in one file, or one to be edited; and read back without loss."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sharpen.domain.passage import Typed
from sharpen.domain.story import NOTES, TITLE, UNTITLED, Part, Story
from sharpen.practice import inputs
from sharpen.practice.errors import BadText
from sharpen.practice.ids import new_edit, new_id
from sharpen.practice.stories import stories
from sharpen.practice.work import Work
from sharpen.practice.workspace import Workspace

MOST_BYTES = 8 << 20
HEADINGS = {name: name.capitalize() for name in (*Part, NOTES)}
NAMES = {heading.casefold(): name for name, heading in HEADINGS.items()}
SHOWS, ID = "Shows:", "Story:"
LINE = re.compile(r"\\*#{1,2}(?:\s|$)")
"""A line that would be taken for a heading of ours, with the backslashes before it."""


@dataclass(frozen=True)
class Written:
    """A story as it is written in a file. `id` is empty where it is a new one, `texts` are by passage.

    `shows` are the competencies it names; None where the file does not say.
    """

    id: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    shows: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Taken:
    """What an import did: how many stories it began, changed, and left as they were."""

    added: int = 0
    changed: int = 0
    same: int = 0


def write(these: Iterable[Story]) -> str:
    """Stories as one text."""
    return "\n".join(_write(story) for story in these)


def _write(story: Story) -> str:
    lines = [f"# {story.title}" if story.text(TITLE).strip() else "#", "", f"{ID} {story.id}"]
    lines += [f"{SHOWS} {', '.join(story.competencies)}".rstrip(), ""]
    for name, heading in HEADINGS.items():
        text = story.text(name).strip("\n")
        if name != NOTES or text.strip():
            lines += [f"## {heading}", "", *([_escaped(text), ""] if text.strip() else [])]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return "\n".join(f"\\{line}" if LINE.match(line) else line for line in text.split("\n"))


def _plain(line: str) -> str:
    return line[1:] if line.startswith("\\") and LINE.match(line) else line


def read(text: str) -> list[Written]:
    """The stories in a text. Raises BadText, which says what is wrong and in which line."""
    found: list[Written] = []
    section, lines = "", list[str]()
    for number, line in enumerate([*inputs.plain(text).split("\n"), "# "], 1):
        heading = re.match(r"(#{1,2})(?:\s+(.*))?$", line)
        if heading is None:
            if found:
                lines.append(_plain(line))
            elif line.strip():
                raise BadText(f"Line {number} comes before the first story, which begins with `# Its title`.")
            continue
        if found:
            found[-1] = _with(found[-1], section, lines)
        title, section, lines = (heading[2] or "").strip(), "", []
        if heading[1] == "#":
            found.append(Written(texts={TITLE: title}))
        elif not found:
            raise BadText(f"Line {number} comes before the first story, which begins with `# Its title`.")
        elif title.casefold() not in NAMES:
            wanted = ", ".join(HEADINGS.values())
            raise BadText(f"Line {number}: a story has no part {title!r}; it has {wanted}.")
        else:
            section = NAMES[title.casefold()]
            if section in found[-1].texts:
                raise BadText(f"Line {number}: the part {title!r} is there twice.")
    return found[:-1]


def _with(story: Written, section: str, lines: list[str]) -> Written:
    """A story with a section of it; what comes before the first one says which story it is, and what it shows."""
    if section:
        return replace(story, texts={**story.texts, section: "\n".join(lines).strip("\n")})
    for line in lines:
        if line.startswith(ID):
            story = replace(story, id=line.removeprefix(ID).strip())
        elif line.startswith(SHOWS):
            shows = (each.strip() for each in line.removeprefix(SHOWS).split(","))
            story = replace(story, shows=tuple(each for each in shows if each))
        elif line.strip():
            raise BadText(f"{line.strip()[:60]!r} stands in no part of the story {story.texts[TITLE]!r}.")
    return story


def import_(ws: Workspace, text: str) -> Taken:
    """Take stories over: those with the id of one of ours in its place, the others as new ones; all of them or none.

    A text that is replaced is put aside. Raises BadText.
    """
    written = read(text)
    if not written:
        raise BadText("There is no story in this file. Each begins with `# Its title`, and has `## Situation` below.")
    with ws.writing() as work:
        done = [_take(work, one) for one in written]
    return Taken(done.count("added"), done.count("changed"), done.count("same"))


def _take(work: Work, written: Written) -> str:
    here = work.stories.get(written.id) if written.id else None
    now = datetime.now(UTC)
    after = put_in(work, here or Story(work.learner, _own_id(written.id), now, now), written)
    if after == here:
        return "same"
    work.stories.put(replace(after, updated=now))
    return "changed" if here else "added"


def _own_id(id_: str) -> str:
    """The id in a file if it looks like one of ours, so that a second import finds the story again."""
    return id_ if re.fullmatch(r"[0-9a-z]{18}", id_) else new_id()


def put_in(work: Work, story: Story, written: Written) -> Story:
    """A story with the texts of a file in front, and what it says the story shows. Raises BadText."""
    story = replace(story, deleted=None)
    for name, text in written.texts.items():
        here = story.text(name)
        same = " ".join(here.split()) == text if name == TITLE else here.strip() == text.strip()
        if not same and not (name == TITLE and text == UNTITLED):
            story = stories.with_typed(story, Typed(name, text, edit=new_edit(), chosen=True))
    if written.shows is None:
        return story
    known = work.library.questions.competencies
    named = {each.title.casefold(): each.id for each in known.values()}
    shows = {named.get(each.casefold(), each) for each in written.shows}
    said = dict.fromkeys(story.competencies, False) | dict.fromkeys(sorted(shows), True)
    return stories.ticked(work, story, said)
