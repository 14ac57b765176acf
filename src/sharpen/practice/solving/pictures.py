"""The picture beside a statement, drawn of the model solution's answer when it is first looked at."""

from dataclasses import dataclass

from sharpen.content import picture_cache, statement_pictures
from sharpen.practice.workspace import Workspace


@dataclass(frozen=True)
class Beside:
    """What is known of the picture before it is there; sizes are in pixels, None until it was drawn once."""

    of: str
    """The statement's `example`, or a case to `show`."""
    size: tuple[int, int] | None


def beside_statement(ws: Workspace, slug: str) -> Beside | None:
    """The picture of a problem's statement, None for one that has none. Raises NoSuchProblem."""
    ws.problem(slug)
    folder = ws.library.problems.folder(slug)
    of = statement_pictures.beside_statement(folder)
    if not of or ws.cache is None:
        return None
    return Beside(of, picture_cache.size(folder, statement_pictures.NAME, ws.cache / "pictures"))


def of_statement(ws: Workspace, slug: str) -> str:
    """It as SVG; empty where there is none, or it cannot be drawn. Raises NoSuchProblem."""
    if beside_statement(ws, slug) is None or ws.cache is None:
        return ""
    return picture_cache.svg(ws.library.problems.folder(slug), statement_pictures.NAME, ws.cache / "pictures")
