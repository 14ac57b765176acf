"""Slow work is followed from a page, and goes on when nobody does."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from sharpen.web.stream import follow


def test_the_work_is_done_even_if_its_page_is_left_before_the_first_word() -> None:
    done = Event()

    async def leave_at_once() -> None:
        follow(lambda: [done.set()])

    with ThreadPoolExecutor(1) as thread:  # the browser tests leave a loop running in this one
        thread.submit(asyncio.run, leave_at_once()).result()
    assert done.wait(10)
