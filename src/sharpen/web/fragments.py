"""Fragments: an address that answers a script of ours with a part of a page answers the browser with the whole.

A browser that keeps such a part would show it for the page when one goes back. So no part is ever kept, and whoever
keeps pages is told that the header decides which of the two it is.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASKED_BY = "HX-Request"


class FragmentMiddleware:
    """Says of every answer what it depends on, and of answers to a script of ours that they are not to be kept."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        part = ASKED_BY in Headers(scope=scope)

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                if part:
                    answer["cache-control"] = "no-store"
                if answer.get("content-type", "").startswith("text/html"):
                    answer.add_vary_header(ASKED_BY)
            await send(message)

        await self.app(scope, receive, send_marked)
