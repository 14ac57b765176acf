"""Paperwork: what reading the files of a content folder shows, before anything runs."""

import ast
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sharpen.authoring.finding import Finding
from sharpen.content.problems import IN_TORCH
from sharpen.domain.problem import Profile

FILES = {
    "problem.toml": "Say what the problem is: title, topic, difficulty, minutes, profile, entry, summary.",
    "statement.md": "Write the task as an interviewer says it, with `### Example`, `### Constraints`, `### Follow-up`.",
    "hints.md": "Write three hints: `## 1. <direction>`, `## 2. <identity>`, `## 3. <skeleton>`.",
    "solution.py": "Write the model solution, at most 60 lines besides its docstrings.",
    "notes.md": "Write the idea, two alternatives, an answer to the follow-up, and a `## Sources` list.",
    "checks.py": "Define `CHECKS`, a list made with the functions of `sharpen.checks`.",
}
STATEMENT_SECTIONS = ("Example", "Constraints", "Follow-up")
LONGEST_STATEMENT = 450
"""Words, formulas counted as one each: about two minutes of reading."""
LONGEST_SOLUTION = 60
"""Lines, docstrings not counted."""
SHORTEST_LESSON, LONGEST_LESSON = 250, 500
FEWEST_TRAPS = 3
CAUGHT_BY = "# caught by: "

LIGHT = {"numpy", "sharpen", "math", "itertools", "collections", "functools", "random", "string", "typing", "re"}
LIGHT |= {"dataclasses", "fractions", "operator", "bisect", "heapq", "statistics", "zlib", "struct", "__future__"}
"""What checks.py may import at its top level; the examiner imports the file again for every problem it opens."""

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
FENCE = re.compile(r"^\s*(```|~~~)")


def missing_files(folder: Path) -> Iterator[Finding]:
    """Files that a problem folder must have and this one has not, and files that are still empty."""
    for name, do in FILES.items():
        path = folder / name
        if not path.is_file():
            yield Finding(path, 0, "This file is missing.", do)
        elif not path.read_text(encoding="utf-8").strip():
            yield Finding(path, 0, "This file is empty.", do)
    if len(list(folder.glob("traps/*.py"))) < FEWEST_TRAPS:
        count = len(list(folder.glob("traps/*.py")))
        yield Finding(
            folder / "traps",
            0,
            f"There are {count} traps; at least {FEWEST_TRAPS} are needed.",
            "Add wrong answers that people really write, one per file.",
        )


def unreadable(folder: Path) -> Iterator[Finding]:
    """Files of text that cannot be read as such; what is in them is not looked at."""
    for path in sorted([*folder.glob("*"), *folder.glob("traps/*"), *folder.glob("right/*")]):
        if path.suffix in (".md", ".py", ".toml"):
            try:
                path.read_text(encoding="utf-8")
            except UnicodeDecodeError as problem:
                line = problem.object.count(b"\n", 0, problem.start) + 1
                yield Finding(path, line, f"This is not UTF-8 text: {problem.reason}.", "Save it as UTF-8.")


def unfinished(folder: Path) -> Iterator[Finding]:
    """What the author has still to write: the lines marked TODO, the first of each file."""
    for path in [*(folder / name for name in (*FILES, "drill.toml")), *sorted(folder.glob("traps/*.py"))]:
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        marked = [(number, line) for number, line in enumerate(lines, 1) if "TODO" in line]
        if marked:
            number, line = marked[0]
            more = f" {len(marked)} lines of this file are marked so." if len(marked) > 1 else ""
            yield Finding(path, number, f"`{line.strip()}` is still to be written.{more}", FILES.get(path.name, ""))


def read(folder: Path, profile: Profile, entry: Sequence[str]) -> Iterator[Finding]:
    """What reading each file of a problem that is there shows to be wrong."""
    readers: dict[str, Callable[[Path], Iterator[Finding]]] = {
        "statement.md": statement,
        "hints.md": hints,
        "notes.md": notes,
        "solution.py": lambda path: solution(path, profile, entry),
        IN_TORCH: lambda path: solution(path, Profile.TORCH, entry),
        "checks.py": check_imports,
    }
    for name, reader in readers.items():
        if (folder / name).is_file():
            yield from reader(folder / name)
    for path in sorted(folder.glob("traps/*.py")):
        yield from trap(path)
    for path in sorted(folder.glob("right/*.py")):
        if not path.read_text(encoding="utf-8").startswith("# "):
            yield Finding(path, 1, "The first line does not say how this answer differs.", "Begin with a comment.")


def headings(text: str) -> list[tuple[int, int, str]]:
    """The headings of a Markdown text outside its code blocks: line, level, words."""
    found, fenced = [], False
    for number, line in enumerate(text.splitlines(), 1):
        if FENCE.match(line):
            fenced = not fenced
        match = None if fenced else HEADING.match(line)
        if match:
            found.append((number, len(match[1]), match[2]))
    return found


def words(text: str) -> int:
    """How many words there are to read, code blocks left out, each formula and link counted as one."""
    text = re.sub(r"(?ms)^\s*(```|~~~).*?^\s*\1\s*$", " ", text)
    text = re.sub(r"(?s)\$\$.*?\$\$|\$[^$\n]+\$", " formula ", text)
    text = re.sub(r"\]\([^)]*\)", " ", text)
    return sum(1 for word in text.split() if re.search(r"\w", word))


def _section(text: str, title: str) -> str:
    """The text below a heading, up to the next one of the same or a higher level."""
    lines, marks = text.splitlines(), headings(text)
    for position, (number, level, words_of_it) in enumerate(marks):
        if words_of_it == title:
            ends = [line for line, other, _ in marks[position + 1 :] if other <= level]
            return "\n".join(lines[number : ends[0] - 1 if ends else len(lines)]).strip()
    return ""


def statement(path: Path) -> Iterator[Finding]:
    """The sections of a statement, its worked example, its length."""
    text = path.read_text(encoding="utf-8")
    marks = headings(text)
    for number, level, title in marks:
        if level < 3:
            yield Finding(path, number, f"The heading {title!r} is too big.", "The title comes from problem.toml.")
    for section in STATEMENT_SECTIONS:
        if (3, section) not in [(level, title) for _, level, title in marks]:
            yield Finding(path, 0, f"The section {section} is missing.", f"Add a heading `### {section}`.")
        elif not _section(text, section):
            yield Finding(path, 0, f"The section {section} is empty.", "Write it.")
    if _section(text, "Example") and "```pycon" not in _section(text, "Example"):
        do = "Show the example as a ```pycon block with `>>>` prompts; it is run against the solution."
        yield Finding(path, 0, "The section Example has no pycon block.", do)
    if words(text) > LONGEST_STATEMENT:
        what = f"The statement is {words(text)} words long; it must fit a screen, at most {LONGEST_STATEMENT} words."
        yield Finding(path, 0, what, "Cut what the candidate does not need to start.")


def hints(path: Path) -> Iterator[Finding]:
    """Three hints, numbered, each with something in it."""
    text = path.read_text(encoding="utf-8")
    marks = [(number, title) for number, level, title in headings(text) if level == 2]
    if len(marks) != 3:
        yield Finding(path, 0, f"There are {len(marks)} hints; there must be three.", FILES["hints.md"])
    for position, (number, title) in enumerate(marks, 1):
        if not title.startswith(f"{position}. "):
            yield Finding(path, number, f"The hint {title!r} has the wrong number.", f"Start it with `## {position}. `")
        if not _section(text, title):
            yield Finding(path, number, f"The hint {title!r} is empty.", "Write it.")


def notes(path: Path) -> Iterator[Finding]:
    """The notes name their sources."""
    text = path.read_text(encoding="utf-8")
    if (2, "Sources") not in [(level, title) for _, level, title in headings(text)]:
        yield Finding(path, 0, "The section Sources is missing.", "Add `## Sources` with a list.")
    elif not re.search(r"(?m)^\s*[-*] ", _section(text, "Sources")):
        yield Finding(path, 0, "The section Sources lists nothing.", "Add one item, `- `, for each source.")


def solution(path: Path, profile: Profile, entry: Sequence[str]) -> Iterator[Finding]:
    """The length of a model solution, its docstrings, its imports."""
    source = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(source)
    except SyntaxError as problem:
        yield Finding(path, problem.lineno or 0, f"This is not Python: {problem.msg}.", "Mend the syntax.")
        return
    lines = len(source.strip().splitlines()) - sum(_docstring_lines(node) for node in ast.walk(tree))
    if lines > LONGEST_SOLUTION:
        what = f"The solution has {lines} lines besides its docstrings; at most {LONGEST_SOLUTION} are allowed."
        yield Finding(path, 0, what, "It must be what one writes in the time given: make it shorter.")
    for number, module in _imports(tree):
        if module not in profile.packages and module not in sys.stdlib_module_names:
            do = "Do without it, or choose another profile in problem.toml."
            yield Finding(path, number, f"`{module}` does not belong to the profile {profile.value}.", do)
    defined = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for name in entry:
        if name not in defined:
            yield Finding(path, 0, f"The solution does not define `{name}`.", "problem.toml names it in `entry`.")
        elif not ast.get_docstring(defined[name]):
            do = "Write the contract first: parameters, returns, raises; then Notes."
            yield Finding(path, defined[name].lineno, f"`{name}` has no docstring.", do)
    documents = [ast.get_docstring(defined[name]) or "" for name in entry if name in defined]
    if documents and not any(re.search(r"(?m)^Notes\n-----", document) for document in documents):
        do = "Add a section `Notes`, underlined with `-----`: the idea and the complexity. The starter leaves it out."
        yield Finding(path, 0, "No docstring has a section Notes.", do)


def _docstring_lines(node: ast.AST) -> int:
    if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) or not ast.get_docstring(node):
        return 0
    return (node.body[0].end_lineno or 0) - node.body[0].lineno + 1


def _imports(tree: ast.Module, *, top: bool = False) -> Iterator[tuple[int, str]]:
    for node in tree.body if top else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, (node.module or "").partition(".")[0]


def check_imports(path: Path) -> Iterator[Finding]:
    """checks.py imports nothing slow at its top level."""
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except SyntaxError as problem:
        yield Finding(path, problem.lineno or 0, f"This is not Python: {problem.msg}.", "Mend the syntax.")
        return
    for number, module in _imports(tree, top=True):
        if module not in LIGHT:
            do = "Import it inside the function that needs it, so that opening the problem stays fast."
            yield Finding(path, number, f"`{module}` is imported at the top level.", do)


def trap(path: Path) -> Iterator[Finding]:
    """A trap says which check catches it, and why people write it."""
    lines = [*path.read_text(encoding="utf-8").splitlines(), "", ""]
    if not lines[0].startswith(CAUGHT_BY) or not lines[0].removeprefix(CAUGHT_BY).strip():
        yield Finding(path, 1, "The first line does not name a check.", f"Write `{CAUGHT_BY}<name of the check>`.")
    if not re.match(r"# \S", lines[1]):
        yield Finding(path, 2, "The second line does not say why.", "Write `# <why people write this>`.")


def lesson(path: Path) -> Iterator[Finding]:
    """A lesson's title, length and readings."""
    if not path.is_file():
        yield Finding(path, 0, "The topic has problems but no lesson.", "Write lesson.md, 250 to 500 words.")
        return
    text = path.read_text(encoding="utf-8")
    marks = headings(text)
    if not marks or marks[0][1] != 1:
        yield Finding(path, 1, "The lesson does not start with its title.", "Start with `# <title>`.")
    length = words(text.partition("\n## Readings")[0])
    if not SHORTEST_LESSON <= length <= LONGEST_LESSON:
        what = f"The lesson is {length} words long; it must have {SHORTEST_LESSON} to {LONGEST_LESSON}."
        yield Finding(path, 0, what, "A reader has four minutes.")
    readings = re.findall(r"(?m)^[-*] .*$", _section(text, "Readings"))
    if not 2 <= len(readings) <= 3:
        what = f"The lesson lists {len(readings)} readings; it must list two or three."
        yield Finding(path, 0, what, "End with `## Readings` and items `- [Title](https://...) Author, year`.")
    for reading in readings:
        if not re.match(r"[-*] \[.+\]\(https?://.+\).*\b\d{4}\b", reading):
            number = text.splitlines().index(reading) + 1
            do = "Write `- [Title](https://...) Author, year`."
            yield Finding(path, number, "The reading does not have a title, a link, an author and a year.", do)
