"""A project as a Markdown file that one edits as one likes, and reads back without loss.

The last line of the file notes what was written in it, by digests. So a field that was only changed on a page meanwhile
is not taken back by a file that is older; one that was changed in both is the file's, and the other becomes a version.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from sharpen.domain.ladder import ProjectField
from sharpen.domain.project import Project
from sharpen.practice import inputs
from sharpen.practice.depth import projects
from sharpen.practice.errors import BadText, did_you_mean
from sharpen.practice.workspace import Workspace

MOST_BYTES = 1 << 20
NOTED = re.compile(r"<!-- sharpen knows what was written here:((?: [a-z0-9-]+=[0-9a-f]{12})*) -->")
HEADING = re.compile(r"\\*#{2,3}[ \t]+(.*?)[ \t]*#*[ \t]*$")


@dataclass(frozen=True)
class Read:
    """What a file says: the name, the texts of the fields it has, and what was noted as it was written.

    `remarks` say what was found where nothing of the kind should be, and where it is now.
    """

    name: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    noted: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Imported:
    """What an import did: which fields it changed, by title, which the file did not have, and what is remarkable."""

    project: Project
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def write(project: Project, fields: Sequence[ProjectField]) -> str:
    """The file of a project: a heading for each field, its prompt as a quotation, and what is written."""
    lines = [f"# {project.name}", ""]
    for each in fields:
        text = _plain(project.text(each.id))
        kept = (f"\\{line}" if _heading(line, fields) else line for line in text.split("\n"))
        lines += [f"## {each.title}", "", f"> {each.prompt}", "", *(["\n".join(kept), ""] if text else [])]
    noted = "".join(f" {each.id}={_digest(project.text(each.id))}" for each in fields)
    return "\n".join([*lines, f"<!-- sharpen knows what was written here:{noted} -->", ""])


def read(text: str, fields: Sequence[ProjectField]) -> Read:
    """What a file says. Raises BadText for one that has no heading of a field."""
    name, noted, remarks = "", dict[str, str](), list[str]()
    found: dict[str, list[list[str]]] = {}
    here, above = "", list[str]()
    for number, line in enumerate(inputs.plain(text).removeprefix("\ufeff").split("\n"), 1):
        heading = None if line.startswith("\\") else _heading(line, fields)
        if mark := NOTED.fullmatch(line.strip()):
            noted |= dict(pair.split("=") for pair in mark[1].split())
        elif heading:
            here = heading.id
            if here in found:
                remarks.append(f"Line {number}: {heading.title} is there twice; both texts are kept in it.")
            found.setdefault(here, []).append([])
        elif not here and not name and line.startswith("# ") and not any(map(str.strip, above)):
            name = line[2:].strip()
        elif not here:
            above.append(line)
        else:
            if line.startswith("## "):
                remarks.append(_unknown(number, line[3:].strip(), here, fields))
            found[here][-1].append(_line(line, fields))
    if not found:
        such = f"such as `## {fields[0].title}`"
        raise BadText(f"No heading of this file is one of a project's fields, {such}, so nothing was changed.")
    prompts = {each.id: f"> {each.prompt}" for each in fields}
    texts = {each: _plain("\n\n".join(_without(prompts[each], one) for one in parts)) for each, parts in found.items()}
    if any(map(str.strip, above)):
        first = next(iter(texts))
        before = _plain("\n".join(above))
        texts[first] = _plain(f"{before}\n\n{texts[first]}")
        remarks.append(f"What stands above the first heading is now at the beginning of {_title(first, fields)}.")
    return Read(name, texts, noted, tuple(remarks))


def import_(ws: Workspace, text: str, project_id: str = "") -> Imported:
    """Take a file over into a project, or into a new one. What was there becomes a version. Raises BadText.

    A field that the file does not have stays as it is, and so does one in which the file has what was in it when it
    was written: it may have been changed on a page since.
    """
    fields = ws.library.ladders.fields
    found = read(text, fields)
    if not project_id:
        if not found.name:
            raise BadText("The file does not say what the project is called. Write `# Its name` in its first line.")
        project = projects.create(ws, found.name, {each: text for each, text in found.texts.items() if text})
        return Imported(project, _titles(project.texts, fields), (), found.remarks)
    with ws.reading() as work:
        here = projects.find(work, project_id)
    wanted, remarks = dict[str, str](), list(found.remarks)
    for each, typed in found.texts.items():
        before = _plain(here.text(each))
        if typed == before or _digest(typed) == found.noted.get(each):
            continue
        wanted[each] = typed
        if each in found.noted and _digest(before) != found.noted[each]:
            remarks.append(
                f"{_title(each, fields)} was changed here and in the file. The file's is in front, the other a version."
            )
    project = projects.take_texts(ws, project_id, wanted, found.name)
    missing = _titles([each.id for each in fields if each.id not in found.texts and here.text(each.id).strip()], fields)
    return Imported(project, _titles(wanted, fields), missing, tuple(remarks))


def decoded(content: bytes) -> str:
    """The text of a file. Raises BadText for one that is none, or too long."""
    if len(content) > MOST_BYTES:
        raise BadText(f"The file has more than {MOST_BYTES >> 20} MB, which no file of a project has.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadText("The file is not UTF-8 text. Save it as UTF-8 in your editor.") from None


def _heading(line: str, fields: Sequence[ProjectField]) -> ProjectField | None:
    """The field whose heading a line is, by title or id, whatever backslashes stand before it."""
    match = HEADING.fullmatch(line)
    wanted = match[1].rstrip(":").casefold() if match else ""
    return next((each for each in fields if wanted in (each.title.casefold(), each.id)), None)


def _line(line: str, fields: Sequence[ProjectField]) -> str:
    return line[1:] if line.startswith("\\") and _heading(line, fields) else line


def _without(prompt: str, lines: list[str]) -> str:
    """A text without the prompt that was written above it."""
    kept = _plain("\n".join(lines)).split("\n")
    return _plain("\n".join(kept[1:] if kept[0] == prompt else kept))


def _unknown(number: int, heading: str, here: str, fields: Sequence[ProjectField]) -> str:
    close = did_you_mean(heading, [each.title for each in fields])
    return f"Line {number}: {heading!r} is no field; it is now a part of {_title(here, fields)}.{close}"


def _plain(text: str) -> str:
    """A text without the empty lines around it: what an editor adds at the end is no change."""
    return "\n".join(line.rstrip() for line in inputs.plain(text).strip("\n").split("\n")).strip("\n")


def _digest(text: str) -> str:
    return sha256(_plain(text).encode()).hexdigest()[:12]


def _title(field_id: str, fields: Sequence[ProjectField]) -> str:
    return next(each.title for each in fields if each.id == field_id)


def _titles(ids: Mapping[str, str] | Sequence[str], fields: Sequence[ProjectField]) -> tuple[str, ...]:
    return tuple(each.title for each in fields if each.id in ids)
