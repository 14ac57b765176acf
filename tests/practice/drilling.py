"""Statements to drill, of patterns that only exist here, and right answers to them."""

from pathlib import Path

from sharpen.practice import Workspace
from sharpen.practice.day import session
from sharpen.practice.day.subject import DRILL
from sharpen.practice.items.asked import Asked
from tests.looking import look
from tests.practice.conftest import FILES

PATTERNS = ("windows", "heaps", "grids", "tries", "stacks", "sorts", "unions")
OUTLINE = f"""
[rounds]
general-coding = "General coding"
[[group]]
round = "general-coding"
title = "Patterns"
topics = [{", ".join(f'{{ id = "{each}", wants = ["problem", "drill"] }}' for each in PATTERNS)}]
"""
STATEMENT = """Sum each stretch of values that lie side by side, in linear time.

- A list has many values.
- It takes $O(n)$ time.

### Example

```pycon
>>> mean([1, 2, 6])
3.0
```

### Follow-up

What if a window slides?
"""
DRILL_TOML = """
time = ["O(n)", "O(n log n)", "O(n²)"]
space = ["O(1)", "O(n)", "O(n²)"]
words = ["values that lie side by side"]
why = "They lie side by side."
tempting = "{tempting}"
cost = "It sorts what is in order."
"""


def write_drills(root: Path, of_each: int = 4, patterns: int = 3) -> Path:
    """A content folder with so many statements of each of the first patterns; the next one in the row is tempting."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "outline.toml").write_text(OUTLINE)
    for number, pattern in enumerate(PATTERNS[:patterns]):
        for turn in range(of_each):
            slug = f"{pattern}-{turn}"
            folder = root / "topics/general-coding" / pattern / slug
            folder.mkdir(parents=True)
            for name, text in (FILES | {"statement.md": STATEMENT, "drill.toml": DRILL_TOML}).items():
                told = text.replace("{slug}", slug).replace("{tempting}", PATTERNS[number + 1])
                (folder / name).write_text(told.replace('topic = "means"', f'topic = "{pattern}"'))
    return root


def front(ws: Workspace) -> Asked:
    """What is asked now."""
    asked = look(ws, session.current, DRILL.id).asked
    assert asked is not None
    return asked


def letters(ws: Workspace, asked: Asked, *, pattern: bool = True, cost: bool = True) -> list[int]:
    """The places of an answer: the pattern right or wrong, the cost right or wrong."""
    drill = ws.library.drills[asked.item.removeprefix("drill/")]
    title = ws.library.outline.topic(drill.pattern if pattern else drill.tempting).title
    wanted = [title, drill.time[0 if cost else 1], drill.space[0]]
    starts = [sum(part.options for part in asked.parts[:number]) for number in range(3)]
    return [asked.options.index(text, start) for text, start in zip(wanted, starts, strict=True)]
