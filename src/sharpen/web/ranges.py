"""Ranges: a part of a file for a player that seeks in it (RFC 9110, section 14)."""

import re

from starlette.requests import Request
from starlette.responses import Response

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def answer(request: Request, data: bytes, media_type: str, headers: dict[str, str]) -> Response:
    """A file, or the part of it that was asked for; `headers` has its etag.

    Several parts at once are answered by the whole, as is a range that cannot be read.
    """
    headers = {**headers, "accept-ranges": "bytes"}
    asked = RANGE.fullmatch(request.headers.get("range", "").strip())
    other = request.headers.get("if-range", headers["etag"]) != headers["etag"]
    if not asked or other or not any(asked.groups()):
        return Response(data, media_type=media_type, headers=headers)
    first, last = _bounds(asked[1], asked[2], len(data))
    if first >= len(data) or last < first:
        return Response(status_code=416, headers={**headers, "content-range": f"bytes */{len(data)}"})
    headers["content-range"] = f"bytes {first}-{last}/{len(data)}"
    return Response(data[first : last + 1], 206, media_type=media_type, headers=headers)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """The first and the last byte of a range; without a first one, so many of the end."""
    if not first:
        return max(0, size - int(last)) if int(last) else size, size - 1
    return int(first), min(int(last), size - 1) if last else size - 1
