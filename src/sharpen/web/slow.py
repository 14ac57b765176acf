"""Slow work for a page: in a thread of its own, one at a time, so that it takes none of those that save drafts."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

Wanted = Callable[[], bool]
"""Whether anybody waits for the answer still."""

LEFT = 499
"""The status of an answer that nobody reads, as nginx has it."""


class Slow:
    """Where pages that take long are made, one after the other."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="slow")

    async def page(self, request: Request, make: Callable[[Request, Wanted], Response]) -> Response:
        """The page that `make` makes when its turn comes. It is told when the reader has left, and should end then."""
        gone = Event()
        made = asyncio.get_running_loop().run_in_executor(self._pool, make, request, lambda: not gone.is_set())
        left = asyncio.create_task(_left(request))
        try:
            both: set[asyncio.Future[Any]] = {made, left}
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            if made.done():
                return made.result()
        finally:
            left.cancel()
            gone.set()
        made.cancel()  # if its turn has not come yet
        made.add_done_callback(lambda done: done.cancelled() or done.exception())
        return Response(status_code=LEFT)


async def _left(request: Request) -> None:
    """Returns when the reader has left."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
