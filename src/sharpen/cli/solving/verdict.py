"""A verdict on the terminal: a line a check as it comes, then the failure that matters, explained."""

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.text import Text

from sharpen.cli.terminal.console import console, marks
from sharpen.cli.terminal.printable import clean
from sharpen.domain.verdict import CheckResult, Verdict, passed_of

MARGIN = "  "
AROUND = 2
"""Lines of the candidate's code shown on either side of the one that raised."""


def print_check(result: CheckResult) -> None:
    """One line: passed or not, the check, and its CPU time or what went wrong."""
    passed, failed = marks()
    detail = f"{result.cpu_ms:,.1f} ms" if result.passed else result.verdict.value
    mark = Text(passed, "green") if result.passed else Text(failed, "bold red")
    out, style = console(), "" if result.passed else "bold"
    before = Text.assemble(MARGIN, mark, " ")
    if out.is_terminal:
        room = out.width - before.cell_len - len(detail) - 1
        first, *rest = textwrap.wrap(result.name, max(room, 20)) or [""]
        line = Text.assemble(before, (first.ljust(room + 1), style), (detail, "dim" if result.passed else "red"))
        for more in rest:
            line.append(f"\n{' ' * before.cell_len}{more}", style)
    else:
        line = Text.assemble(before, result.name, "  ", detail)
    out.print(line)


def print_failure(result: CheckResult, path: Path, source: str) -> None:
    """Everything that helps to understand one failure."""
    out = console()
    out.print()
    out.print(Text(f"{marks()[1].strip()} {result.name}", "bold red"))
    if result.why:
        out.print(Text(f"{MARGIN}{_sentence(clean(result.why))}"))
    for label, text in result.evidence():
        out.print(_field(label, clean(text)))
    if result.line:
        out.print(_code(source, result.line, path))
    if result.traceback.count('  File "') > 1:  # of a single place the line was shown
        out.print(_field("traceback", clean(result.traceback.rstrip())))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _field(label: str, text: str) -> Text:
    """A labelled value; the further lines of a long one stand below its first."""
    lines = text.splitlines()
    shown = Text.assemble("\n", MARGIN, Text(f"{label:<10}", "dim"), lines[0] if len(lines) == 1 else "")
    if len(lines) > 1:
        shown = Text.assemble("\n", MARGIN, Text(label, "dim"))
        for line in lines:
            shown.append(f"\n{MARGIN}{MARGIN}{line}")
    return shown


def _code(source: str, line: int, path: Path) -> Text:
    """The candidate's line, and a few around it."""
    lines = source.splitlines()
    shown = Text.assemble("\n", MARGIN, Text(f"{path}:{line}", "dim"))
    for number in range(max(1, line - AROUND), min(len(lines), line + AROUND) + 1):
        here = number == line
        shown.append(f"\n{MARGIN}{'>' if here else ' '} {number:>4} │ ", "bold red" if here else "dim")
        shown.append(clean(lines[number - 1]), "bold" if here else "")
    return shown


def print_summary(verdict: Verdict, results: Sequence[CheckResult], slug: str) -> None:
    """The last line: the verdict, how many checks passed, the CPU time, and what to do next."""
    passed, of = passed_of(results)
    cpu = sum(result.cpu_ms for result in results)
    accepted = verdict is Verdict.ACCEPTED
    head = Text(verdict.value.capitalize(), "bold green" if accepted else "bold red")
    tail = f": {passed} of {of} checks passed, {cpu:,.0f} ms CPU."
    after = f" `sharpen solution {slug}` compares." if accepted else f" Stuck? `sharpen hint {slug}`."
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
