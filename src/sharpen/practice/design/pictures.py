"""Pictures of worked answers, drawn by the case's pictures.py when they are first looked at."""

from sharpen.practice.design.sittings import named
from sharpen.practice.workspace import Workspace


def picture(ws: Workspace, slug: str, name: str) -> str:
    """A picture of a case as SVG, empty when there is none of this name or it cannot be drawn. Raises NoSuchCase."""
    from sharpen.content.picture_cache import svg

    named(ws.library, slug)
    return svg(ws.library.cases.folder(slug), name, ws.cache / "pictures") if ws.cache else ""
