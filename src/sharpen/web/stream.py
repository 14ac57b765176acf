"""Following slow work from a page: results arrive as they are found, and leaving does not stop them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from threading import Thread
from typing import TypeVar

from starlette.responses import StreamingResponse

from sharpen.domain.lines import lines

Item = TypeVar("Item")


def follow(work: Callable[[], Iterable[Item]]) -> AsyncIterator[list[Item]]:
    """What `work()` yields, in batches of what has arrived since the last look.

    The work begins at once in a thread of its own, and runs to its end even when nobody follows it any
    more: a submission is judged whether or not its page is still open. Raises what the work raised.
    """
    return follow_telling(lambda _tell: work())


def follow_telling(work: Callable[[Callable[[Item], None]], Iterable[Item]]) -> AsyncIterator[list[Item]]:
    """The same for work that is given a way to tell something while it has nothing to yield."""
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[Item | _End]()

    def put(item: Item | _End) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(queue.put_nowait, item)

    def run() -> None:
        try:
            for item in work(put):
                put(item)
            put(_End(None))
        except Exception as error:
            put(_End(error))

    Thread(target=run, name="following").start()
    return _batches(queue)


async def _batches(queue: "asyncio.Queue[Item | _End]") -> AsyncIterator[list[Item]]:
    while True:
        batch, end = _split([await queue.get(), *_waiting(queue)])
        if batch:
            yield batch
        if end:
            if end.error:
                raise end.error
            return


def event_stream(messages: AsyncIterator[str]) -> StreamingResponse:
    """Texts as server-sent events, each replacing what the last one put on the page."""

    async def events() -> AsyncIterator[str]:
        async for message in messages:
            yield "".join(f"data: {line}\n" for line in lines(message)) + "\n"

    return StreamingResponse(events(), media_type="text/event-stream", headers={"x-accel-buffering": "no"})


class _End:
    def __init__(self, error: Exception | None) -> None:
        self.error = error


def _waiting(queue: "asyncio.Queue[Item | _End]") -> Iterator[Item | _End]:
    while not queue.empty():
        yield queue.get_nowait()


def _split(items: list[Item | _End]) -> tuple[list[Item], _End | None]:
    ends = [item for item in items if isinstance(item, _End)]
    return [item for item in items if not isinstance(item, _End)], ends[0] if ends else None
