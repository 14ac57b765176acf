"""The built scripts, styles and fonts: named by their content, so a browser may keep them for good.

The whiteboard's fonts keep the names by which it asks for them, in a folder that is named by its version.
"""

import json
from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from sharpen.domain.errors import SharpenError

DIST = Path(__file__).with_name("dist")
FOREVER = "public, max-age=31536000, immutable"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
ENCODINGS = {"br": ".br", "gzip": ".gz"}


class NotBuilt(SharpenError):
    """The bundle is missing."""


@cache
def manifest() -> dict[str, str]:
    """Which file each plain name stands for. Raises NotBuilt when the bundle is not there."""
    try:
        files: dict[str, str] = json.loads((DIST / "manifest.json").read_text())
    except FileNotFoundError:
        raise NotBuilt(
            "The web pages are not built yet. In a clone of the repository, `make run` builds them; "
            "`pip install .` does too."
        ) from None
    return files


def url(name: str) -> str:
    """The address of an asset, by its plain name such as `main.ts`."""
    return f"/assets/{manifest()[name]}"


@cache
def _files() -> frozenset[str]:
    kinds = (*TYPES, *ENCODINGS.values())
    return frozenset(path.relative_to(DIST).as_posix() for path in DIST.rglob("*") if path.suffix in kinds)


async def asset(request: Request) -> Response:
    name = request.path_params["name"]
    kind = TYPES.get(Path(name).suffix)
    if kind is None or name not in _files():
        raise HTTPException(404)
    headers = {"cache-control": FOREVER, "vary": "accept-encoding"}
    accepted = {part.split(";")[0].strip() for part in request.headers.get("accept-encoding", "").split(",")}
    for encoding, suffix in ENCODINGS.items():
        if encoding in accepted and name + suffix in _files():
            headers["content-encoding"] = encoding
            return FileResponse(DIST / (name + suffix), headers=headers, media_type=kind)
    return FileResponse(DIST / name, headers=headers, media_type=kind)


ROUTES = [Route("/assets/{name:path}", asset)]
