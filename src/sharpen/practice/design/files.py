"""A sitting as plain files: `brief.md`, `notes.md` and `cells.txt` in a folder that the learner edits as they like.

The folder remembers what was last the same here and there. What changed on one side only is taken over by the other;
what changed on both is decided by the learner, and the text that is not chosen is put aside in the sitting.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sharpen.domain.case import Case, Step
from sharpen.domain.passage import Typed
from sharpen.domain.sitting import CELLS, Sitting
from sharpen.files.whole import replacing
from sharpen.practice.design import sittings
from sharpen.practice.errors import BadText
from sharpen.practice.ids import new_edit
from sharpen.practice.workspace import Workspace

BRIEF, NOTES, NUMBERS, STATE = "brief.md", "notes.md", "cells.txt", ".sitting.json"


@dataclass(frozen=True)
class Known:
    """A passage as it last was the same in the folder and in the sitting."""

    version: str
    text: str


@dataclass(frozen=True)
class Synced:
    """What came of comparing: the sitting now, and the passages that were changed in both places."""

    sitting: Sitting
    both: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    """Those that were changed elsewhere, and are in the files now."""


def sitting_in(folder: Path) -> tuple[str, str] | None:
    """The case and the id of the sitting that a folder is of; None if it is of none."""
    state = _state(folder)
    return (str(state["case"]), str(state["sitting"])) if state else None


def write(ws: Workspace, folder: Path, case: Case, sitting: Sitting) -> None:
    """Write the files of a sitting into a folder. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    steps = ws.library.cases.steps
    _write(folder / BRIEF, brief(case, ws.library.cases.brief(case.slug), sitting))
    _write(folder / NOTES, notes(case, steps, sitting))
    _write(folder / NUMBERS, cells(case, sitting.text(CELLS)))
    _remember(folder, sitting, {name: _known(sitting, name) for name in _names(steps)})


def sync(ws: Workspace, folder: Path, *, mine: bool | None = None) -> Synced:
    """Bring folder and sitting together.

    Of what changed in both, the files' text is put in front if it is to be `mine`, and the other if it is not; without
    either, the files' is put aside until one is chosen. Raises NoSuchSitting,
    BadText for files that are no text, OSError.
    """
    state = _state(folder)
    if state is None:
        raise BadText(f"{folder} is not the folder of a sitting. `sharpen case start CASE` makes one.")
    slug, sitting_id, known = str(state["case"]), str(state["sitting"]), _passages(state)
    with ws.reading() as work:
        case, sitting = sittings.case_of(work, slug), sittings.find(work, slug, sitting_id)
    steps = ws.library.cases.steps
    here = read(folder, case, steps)
    both, taken = list[str](), list[str]()
    for name in _names(steps):
        before, front = known.get(name, Known("", "")), sitting.passage(name)
        if here[name] == before.text or here[name] == _plain(front.text):
            if here[name] != _plain(front.text):
                taken.append(name)
            known[name] = _known(sitting, name)
            continue
        alone = front.version == before.version
        if not alone and mine is False:
            _save(ws, sitting, name, here[name], before.version)
            taken.append(name)
        else:
            chosen = mine is True and not alone
            sitting = _save(ws, sitting, name, here[name], before.version, chosen=chosen)
            if not alone and not chosen:
                both.append(name)
                continue
        known[name] = _known(sitting, name)
    if taken:
        texts = {**here, **{name: sitting.text(name) for name in taken}}
        _write(folder / NOTES, notes(case, steps, sitting, texts))
        _write(folder / NUMBERS, cells(case, texts[CELLS]))
    _write(folder / BRIEF, brief(case, ws.library.cases.brief(slug), sitting))
    _remember(folder, sitting, known)
    with ws.reading() as work:
        sitting = sittings.find(work, slug, sitting_id)
    return Synced(sitting, tuple(both), tuple(taken))


def _save(ws: Workspace, sitting: Sitting, name: str, text: str, base: str, *, chosen: bool = False) -> Sitting:
    typed = Typed(name, text, base, new_edit(), chosen)
    return sittings.save(ws, sitting.case, sitting.id, typed)


def brief(case: Case, text: str, sitting: Sitting) -> str:
    """What the interviewer said so far."""
    lines = [f"# {case.title}", "", f"{case.minutes} minutes.", "", text.strip(), ""]
    for asked in sitting.asked:
        fact = case.fact(asked.fact)
        if fact:
            lines += [f"**{asked.typed or fact.question}**", "", fact.answer, ""]
    return "\n".join(lines)


def notes(case: Case, steps: Sequence[Step], sitting: Sitting, texts: Mapping[str, str] | None = None) -> str:
    """The file of notes: a heading for each step, its prompts as a quotation, and what is written."""
    lines = [f"# {case.title}", ""]
    titles = {step.title for step in steps}
    for step in steps:
        text = texts[step.id] if texts is not None else sitting.text(step.id)
        # A line that looks like the heading of a step would end this one.
        kept = [f"#{line}" if _title(line) in titles else line for line in _plain(text).splitlines()]
        lines += [f"## {step.title}", "", *(f"> {prompt}" for prompt in step.prompts), "", *kept, ""]
    return "\n".join(lines)


def cells(case: Case, text: str) -> str:
    """The file of cells: a comment that says which names the rubric reads, and the lines."""
    return f"{_hint(case)}\n{_plain(text)}\n"


def read(folder: Path, case: Case, steps: Sequence[Step]) -> dict[str, str]:
    """The passages in the files of a folder, prompts left out. Raises BadText, OSError."""
    by_title = {step.title: step for step in steps}
    found: dict[str, list[str]] = {step.id: [] for step in steps}
    step = steps[0]
    for line in _text(folder / NOTES).splitlines():
        title = _title(line)
        if title in by_title:
            step = by_title[title]
        elif line != f"# {case.title}" and not (line.startswith("> ") and line[2:] in step.prompts):
            found[step.id].append(line)
    lines = [line for line in _text(folder / NUMBERS).splitlines() if line != _hint(case)]
    texts = {name: _plain("\n".join(kept)) for name, kept in found.items()}
    return texts | {CELLS: _plain("\n".join(lines))}


def _hint(case: Case) -> str:
    return f"# The rubric reads: {', '.join(case.names)}" if case.names else "# name = expression -> unit"


def _title(line: str) -> str:
    heading = re.fullmatch(r"##\s+(.+?)\s*", line)
    return heading[1] if heading else ""


def _plain(text: str) -> str:
    """A text without the empty lines around it: what an editor adds at the end is no change."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").strip("\n").splitlines()).strip("\n")


def _names(steps: Sequence[Step]) -> list[str]:
    return [*(step.id for step in steps), CELLS]


def _known(sitting: Sitting, name: str) -> Known:
    return Known(sitting.passage(name).version, _plain(sitting.text(name)))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise BadText(f"{path} is not UTF-8 text. Save it as UTF-8.") from None


def _write(path: Path, text: str) -> None:
    if path.is_file() and path.read_bytes() == text.encode():
        return
    with replacing(path) as unfinished:
        unfinished.write_text(text, "utf-8", newline="\n")


def _state(folder: Path) -> dict[str, Any] | None:
    try:
        state = json.loads((folder / STATE).read_text("utf-8"))
        _passages(state)
        return state if isinstance(state["case"], str) and isinstance(state["sitting"], str) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _passages(state: Mapping[str, Any]) -> dict[str, Known]:
    return {name: Known(str(one["version"]), str(one["text"])) for name, one in state["passages"].items()}


def _remember(folder: Path, sitting: Sitting, known: Mapping[str, Known]) -> None:
    passages = {name: vars(one) for name, one in known.items()}
    state = {"case": sitting.case, "sitting": sitting.id, "passages": passages}
    _write(folder / STATE, json.dumps(state, ensure_ascii=False, indent=1))
