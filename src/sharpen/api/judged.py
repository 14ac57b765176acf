"""What `check` returns: the verdict, as data, as text and as a small page in a notebook."""

from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape

from sharpen.domain.lines import lines
from sharpen.domain.verdict import CheckResult, Verdict, first_failure, passed_of


@dataclass(frozen=True)
class Judged:
    """The judge's verdict on a submission. True in an `if` when it was accepted; draws itself in a notebook.

    `verdict` equals its text ("accepted", "wrong answer", ...); `checks` holds one result per check,
    in order; `attempt` is the id in the history; `source` is what was judged.
    """

    problem: str
    verdict: Verdict
    checks: tuple[CheckResult, ...]
    attempt: str = ""
    source: str = field(default="", repr=False)
    picture: Callable[[], str] = field(default=str, repr=False, compare=False)

    def __bool__(self) -> bool:
        return self.verdict is Verdict.ACCEPTED

    @property
    def failure(self) -> CheckResult | None:
        """The first check that failed, or None."""
        return first_failure(self.checks)

    def __repr__(self) -> str:
        lines = [self._headline()]
        if self.failure:
            lines.append(f"  {self.failure.heading}: {self.failure.why}")
            lines += [f"  {label}: {_indented(text)}" for label, text in self._fields()]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        color = "#2e7d32" if self else "#c62828"
        rows = "".join(_row(result) for result in self.checks)
        return (
            f'<div style="font-family:system-ui,sans-serif;max-width:52rem">'
            f'<p style="margin:.2em 0"><b style="color:{color}">{escape(self._headline())}</b></p>'
            f"{self._explained()}"
            f"<details{'' if self.failure else ' open'}><summary>All checks</summary>"
            f'<table style="border-collapse:collapse;margin:.3em 0">{rows}</table></details></div>'
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/plain": repr(self), "text/html": self._repr_html_()}

    def _headline(self) -> str:
        passed, of = passed_of(self.checks)
        # What was stopped used up its limit, which its check says; nobody was left to tell its time.
        cpu = sum(result.cpu_ms for result in self.checks)
        untold = self.failure is not None and self.failure.verdict.stopped and not self.failure.cpu_ms
        used = "" if untold else f", {cpu:,.0f} ms CPU"
        return f"{self.problem}: {self.verdict} ({passed} of {of} checks passed{used})"

    def _fields(self) -> list[tuple[str, str]]:
        """What explains the failure, labeled, and the learner's own line that raised."""
        result = self.failure
        if result is None:
            return []
        typed = lines(self.source)
        own = typed[result.line - 1].strip() if 0 < result.line <= len(typed) else ""
        return [*result.evidence(), *([("your line", own)] if own else [])]

    def _explained(self) -> str:
        if self.failure is None:
            return ""
        fields = "".join(
            f'<dt style="opacity:.7">{label}</dt><dd style="margin:0 0 .4em 1em">'
            f'<pre style="margin:0;white-space:pre-wrap;font-family:monospace">{escape(text)}</pre></dd>'
            for label, text in self._fields()
        )
        why = f"<b>{escape(self.failure.heading)}</b><br>{escape(self.failure.why)}"
        return f'<p style="margin:.2em 0">{why}</p><dl style="margin:.3em 0">{fields}</dl>{self._drawn()}'

    def _drawn(self) -> str:
        """The problem's picture of the failing answer. As an image, nothing inside it can run."""
        svg = ""
        with suppress(Exception):  # a courtesy: the verdict stands without it
            svg = self.picture()
        data = b64encode(svg.encode()).decode()
        style = "max-width:100%;background:white"
        return (
            f'<img alt="Your answer beside the expected one" style="{style}" src="data:image/svg+xml;base64,{data}">'
            if svg
            else ""
        )


def _row(result: CheckResult) -> str:
    mark, color = ("✓", "#2e7d32") if result.passed else ("✗", "#c62828")
    detail = f"{result.cpu_ms:,.1f} ms" if result.passed else result.verdict.value
    return (
        f'<tr><td style="color:{color}">{mark}</td><td style="text-align:left">{escape(result.heading)}</td>'
        f'<td style="text-align:right;opacity:.7">{escape(detail)}</td></tr>'
    )


def _indented(text: str) -> str:
    return text if "\n" not in text else "\n" + "\n".join(f"    {line}" for line in text.splitlines())
