"""Lines of a text as Python's compiler, editors and server-sent events count them."""


def lines(text: str) -> list[str]:
    """The lines, without their ends: a newline, a carriage return, or both.

    `str.splitlines` ends a line at a form feed and six other characters, too.
    """
    found = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return found if found[-1] else found[:-1]
