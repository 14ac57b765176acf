"""A verdict on the terminal: a line a check as it comes, then the failure that matters, explained."""

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.text import Text

from sharpen.cli.terminal.console import console, marks
from sharpen.cli.terminal.printable import clean
from sharpen.domain.lines import lines
from sharpen.domain.verdict import CheckResult, Verdict, first_failure, passed_of

MARGIN = "  "
KEPT = 20
"""Lines of what was printed that are shown from its beginning, and from its end."""
WIDEST = 1_000
"""Characters that are shown of one such line."""
AROUND = 2
"""Lines of the candidate's code shown on either side of the one that raised."""


def print_check(result: CheckResult) -> None:
    """One line: passed or not, the check, and its CPU time or what went wrong."""
    passed, failed = marks()
    why = "not written yet" if result.unwritten else result.verdict.value
    detail = f"{result.cpu_ms:,.1f} ms" if result.passed else why
    mark = Text(passed, "green") if result.passed else Text(failed, "bold red")
    out, style = console(), "" if result.passed else "bold"
    before = Text.assemble(MARGIN, mark, " ")
    if out.is_terminal:
        room = out.width - before.cell_len - len(detail) - 1
        first, *rest = textwrap.wrap(result.heading, max(room, 20)) or [""]
        line = Text.assemble(before, (first.ljust(room + 1), style), (detail, "dim" if result.passed else "red"))
        for more in rest:
            line.append(f"\n{' ' * before.cell_len}{more}", style)
    else:
        line = Text.assemble(before, result.heading, "  ", detail)
    out.print(line)


def print_unwritten(result: CheckResult, path: Path) -> None:
    """In place of a failure: that part of the code is not written yet, and which."""
    where = f"{path}:{result.line}" if result.line else str(path)
    console().print(Text(f"{MARGIN}{where} still raises NotImplementedError."))


def print_failure(result: CheckResult, path: Path, source: str, attempt: str = "") -> None:
    """Everything that helps to understand one failure; what was printed at length is cut if `attempt`, which has it
    whole, is named."""
    out = console()
    out.print()
    out.print(Text(f"{marks()[1].strip()} {result.heading}", "bold red"))
    if result.why:
        out.print(Text(f"{MARGIN}{_sentence(clean(result.why))}"))
    for label, text in result.evidence():
        print_field(label, _shortened(text, attempt) if label == "printed" and attempt else text)
    print_raised(source, result.line, path, result.traceback)


def print_field(label: str, text: str) -> None:
    """A labelled value; the further lines of a long one stand below its first."""
    console().print(_field(label, clean(text)))


def print_raised(source: str, line: int, path: Path, traceback: str) -> None:
    """The candidate's line that raised, if one did, and by which way it came there."""
    if line:
        console().print(_code(source, line, path))
    if traceback.count('  File "') > 1:  # of a single place the line was shown
        print_field("traceback", traceback.rstrip())


def _shortened(text: str, attempt: str) -> str:
    """The first and last of many lines, for the cause is not to leave the screen."""
    lines = [line if len(line) <= WIDEST else f"{line[:WIDEST]} …" for line in text.splitlines()]
    if len(lines) > 2 * KEPT:
        left = f"… {len(lines) - 2 * KEPT:,} lines more: `sharpen history --attempt {attempt}` …"
        lines = [*lines[:KEPT], left, *lines[-KEPT:]]
    return "\n".join(lines)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _field(label: str, text: str) -> Text:
    lines = text.splitlines()
    shown = Text.assemble("\n", MARGIN, Text(f"{label:<10}", "dim"), lines[0] if len(lines) == 1 else "")
    if len(lines) > 1:
        shown = Text.assemble("\n", MARGIN, Text(label, "dim"))
        for line in lines:
            shown.append(f"\n{MARGIN}{MARGIN}{line}")
    return shown


def _code(source: str, line: int, path: Path) -> Text:
    """The candidate's line, and a few around it."""
    typed = lines(source)
    shown = Text.assemble("\n", MARGIN, Text(f"{path}:{line}", "dim"))
    for number in range(max(1, line - AROUND), min(len(typed), line + AROUND) + 1):
        here = number == line
        shown.append(f"\n{MARGIN}{'>' if here else ' '} {number:>4} │ ", "bold red" if here else "dim")
        shown.append(clean(typed[number - 1]), "bold" if here else "")
    return shown


def print_summary(verdict: Verdict, results: Sequence[CheckResult], slug: str) -> None:
    """The verdict, how many checks passed, the CPU time, and where help is."""
    passed, of = passed_of(results)
    cpu = sum(result.cpu_ms for result in results)
    failure = first_failure(results)
    said = "not written yet" if failure and failure.unwritten else verdict.value
    head = Text(said.capitalize(), "bold green" if verdict.accepted else "bold red")
    tail = f": {passed} of {of} checks passed, {cpu:,.0f} ms CPU."
    after = "" if verdict.accepted else f" Stuck? `sharpen hint {slug}`."
    console().print(Text.assemble("\n", head, tail, Text(after, "dim")))


def as_json(slug: str, verdict: Verdict, results: Sequence[CheckResult], attempt: str = "") -> dict[str, Any]:
    """The verdict as plain data; what --json prints."""
    return {
        "problem": slug,
        "verdict": verdict.value,
        "attempt": attempt,
        "cpu_ms": round(sum(result.cpu_ms for result in results), 3),
        "checks": [_check_as_json(result) for result in results],
    }


def _check_as_json(result: CheckResult) -> dict[str, Any]:
    return {
        "name": result.name,
        "kind": result.kind.value,
        "passed": result.passed,
        "verdict": result.verdict.value,
        "cpu_ms": round(result.cpu_ms, 3),
        "expected": result.expected,
        "got": result.got,
        "input": result.input,
        "why": result.why,
        "where": result.where,
        "line": result.line,
        "traceback": result.traceback,
        "printed": result.printed,
    }
