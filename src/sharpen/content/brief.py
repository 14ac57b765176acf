"""A solution as it is shown beside its statement: docstrings say no more what the statement says."""

import ast
import re

from sharpen.domain.syntax import parse

NOTES = re.compile(r"^[ \t]*Notes[ \t]*\n[ \t]*-{3,}[ \t]*\n", re.MULTILINE)
PARAGRAPH = re.compile(r"\n[ \t]*\n")


def brief(source: str) -> str:
    """The source with docstrings cut to their first paragraph and their notes; as it is where it is not Python."""
    try:
        found = [node for node in ast.walk(parse(source)) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    except SyntaxError:
        return source
    lines = source.splitlines(keepends=True)
    for node in sorted(found, key=lambda node: node.lineno, reverse=True):
        text = node.body[0]
        if ast.get_docstring(node, clean=False) is None or text.end_lineno is None or text.end_lineno == text.lineno:
            continue
        span = slice(text.lineno - 1, text.end_lineno)
        lines[span] = [_cut("".join(lines[span]))]
    return "".join(lines)


def notes(source: str) -> str:
    """The first notes of a docstring in the source, which say how it is solved and what that costs; else nothing."""
    try:
        found = [node for node in ast.walk(parse(source)) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    except SyntaxError:
        return ""
    every = (NOTES.split(ast.get_docstring(node) or "", maxsplit=1) for node in found)
    return next((said[1].strip() for said in every if len(said) > 1), "")


def _cut(typed: str) -> str:
    """The first paragraph of a docstring with its quotes, and its notes if it has any."""
    body = typed.rstrip()
    quotes = body[-3:]
    first = PARAGRAPH.split(body, maxsplit=1)[0].rstrip()
    notes = NOTES.search(body)
    if notes:
        indent = " " * (len(typed) - len(typed.lstrip()))
        said = body[notes.end() : -3].strip("\n").rstrip()
        return f"{first}\n\n{said}\n{indent}{quotes}\n"
    return f"{first}\n" if first.endswith(quotes) and len(first.strip()) > len(quotes) else f"{first}{quotes}\n"
