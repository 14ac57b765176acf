"""Review with a long history: 20,000 items met, half a million reviews; each step as a page or the terminal does it."""

import gc
import random
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sharpen.content.library import read_library
from sharpen.domain.item import Item
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Review, Standing
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.day import plan, statistics
from sharpen.practice.day import session as review
from tests.bench.timing import seconds, summary
from tests.looking import look

TOPICS, CARDS, REVIEWS, ROUNDS = 150, 134, 500_000, 15
CARD = "## choice: c{n}\nWhich of these is {n}?\n\n- [x] {n}\n  It is.\n- [ ] one more\n  No.\n- [ ] less\n  No.\n\n"


def measure() -> dict[str, Any]:
    """Milliseconds of each step, and how much there was."""
    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder) / "content", Path(folder) / "home"
        _write(root)
        opened = open_workspace(Settings(home=home))
        ws = replace(opened, library=read_library([root], home / "cache" / "content.json"))
        try:
            items = list(ws.library.cards.index().values())
            _fill(ws, items)
            gc.collect()
            gc.freeze()  # as the server does
            plan.change(ws, date=(datetime.now() + timedelta(days=21)).date(), minutes=60)
            session, rating = [_begin(ws) for _ in range(ROUNDS)], [_rate(ws) for _ in range(ROUNDS)]
            stats = [seconds(lambda: look(ws, statistics.gather)) for _ in range(ROUNDS)]
            forecast = [seconds(lambda: look(ws, plan.forecast)) for _ in range(5)]
        finally:
            gc.unfreeze()
            ws.close()
    times = {"session": session, "rating": rating, "statistics": stats, "forecast": forecast}
    return {"items": len(items), "reviews": REVIEWS} | {name: summary(each) for name, each in times.items()}


def _write(root: Path) -> None:
    rows = ", ".join(f'{{ id = "topic-{number}" }}' for number in range(TOPICS))
    for number in range(TOPICS):
        folder = root / "topics" / "breadth" / f"topic-{number}"
        folder.mkdir(parents=True)
        (folder / "cards.md").write_text("".join(CARD.format(n=card) for card in range(CARDS)))
    outline = f'[rounds]\nbreadth = "Breadth"\n[[group]]\nround = "breadth"\ntitle = "All"\ntopics = [{rows}]\n'
    (root / "outline.toml").write_text(outline)


def _fill(ws: Workspace, items: list[Item]) -> None:
    """All items met, each with its share of the reviews, over two and a half years."""
    rng, now = random.Random(1), datetime.now(UTC)

    def memory(last: datetime) -> Memory:
        stability = rng.uniform(1, 60)
        return Memory(stability, rng.uniform(1, 10), last, last + timedelta(days=stability), 25)

    log = []
    for number in range(REVIEWS):
        at = now - timedelta(days=1 + rng.uniform(0, 900))
        rating, before = Rating.GOOD if rng.random() < 0.9 else Rating.AGAIN, memory(at - timedelta(days=3))
        item = items[number % len(items)]
        log.append(Review("me", f"r{number:09}", item, at, rating, 9.0, None, rng.uniform(0.6, 1), before))
    with ws.writing() as work:
        work.memories.put(*(Standing("me", item, memory(now - timedelta(days=rng.uniform(1, 40)))) for item in items))
        work.reviews.add(*log)


def _begin(ws: Workspace) -> float:
    with ws.writing() as work:
        work.review_sessions.remove("")
    return seconds(lambda: review.resume(ws))


def _rate(ws: Workspace) -> float:
    asked = look(ws, review.current).asked
    assert asked
    review.answer(ws, asked.key, places=[0])
    started = time.perf_counter()
    review.rate(ws, asked.key, Rating.GOOD, seconds=5)
    return time.perf_counter() - started
