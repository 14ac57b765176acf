"""Markdown split at its `## ` headings, those inside code fences left alone."""


def sections(markdown: str) -> tuple[str, list[tuple[str, str]]]:
    """What comes before the first `## ` heading, and each section as (heading, text below it)."""
    before: list[str] = []
    found: list[tuple[str, list[str]]] = []
    fence = ""
    for line in markdown.splitlines():
        marker = line.lstrip()[:3]
        if marker in ("```", "~~~") and fence in ("", marker):
            fence = "" if fence else marker
        if line.startswith("## ") and not fence:
            found.append((line[3:].strip(), []))
        else:
            (found[-1][1] if found else before).append(line)
    return "\n".join(before).strip(), [(heading, "\n".join(lines).strip()) for heading, lines in found]
