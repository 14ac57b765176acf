"""Proof of the pictures of a text, a lesson or an answer: each can be drawn, and each that the text shows is there."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sharpen.authoring.finding import Finding
from sharpen.content import statement_pictures
from sharpen.content.errors import ContentError
from sharpen.content.lesson_pictures import drawn, read_pictures, shown_pictures


def prove_pictures(folder: Path, text: str = "lesson.md") -> Iterator[Finding]:
    """What is wrong with the pictures of a folder, which the file `text` shows."""
    path, lesson = folder / "pictures.py", folder / text
    try:
        pictures = read_pictures(folder)
    except ContentError as fault:
        yield Finding(fault.path, fault.line, f"{fault.message[:1].upper()}{fault.message[1:]}.")
        return
    for name, draw in pictures.items():
        try:
            drawn(draw)
        except Exception as problem:
            what = f"The picture {name} cannot be drawn: {type(problem).__name__}: {problem}."
            yield Finding(path, 0, what, "Its function takes a matplotlib Figure and draws on it.")
    lines = lesson.read_text("utf-8").splitlines() if lesson.is_file() else []
    shown = [(number, name) for number, line in enumerate(lines, 1) for name in shown_pictures(line)]
    for number, name in shown:
        if name not in pictures:
            do = f"Define `{name.replace('-', '_')}(figure)` in pictures.py and list it in PICTURES."
            yield Finding(lesson, number, f"There is no picture {name}.svg.", do)
    for name in pictures.keys() - {name for _, name in shown}:
        yield Finding(
            path,
            0,
            f"{'The lesson' if text == 'lesson.md' else text} does not show the picture {name}.",
            f"Add `![What to see]({name}.svg)`.",
        )


def prove_beside_statement(folder: Path) -> Iterator[Finding]:
    """What is wrong with the picture beside a problem's statement."""
    try:
        drawn(partial(statement_pictures.draw, folder=folder))
    except Exception as problem:
        what = f"Beside the statement it cannot be drawn: {type(problem).__name__}: {problem}."
        do = "Name a case that can be (`SHOW = checks.call(...)`), or say `SHOWS_METHOD = True`: then none is shown."
        yield Finding(folder / statement_pictures.FILE, 0, what, do)
