"""Pictures of lessons, drawn by the topic's pictures.py when they are first looked at."""

from sharpen.practice.errors import NoSuchTopic
from sharpen.practice.workspace import Workspace


def picture(ws: Workspace, topic: str, name: str) -> str:
    """A lesson's picture as SVG, empty when there is none of this name or it cannot be drawn. Raises NoSuchTopic."""
    from sharpen.content.picture_cache import svg

    try:
        folders = ws.library.lessons.folders(topic)
    except KeyError:
        raise NoSuchTopic(topic) from None
    if ws.cache is None:
        return ""
    cache = ws.cache / "pictures"
    return next(filter(None, (svg(folder, name, cache) for folder in folders)), "")
