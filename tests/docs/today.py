"""Takes the pictures of Today for the README, light and dark: `python -m tests.docs.today`, with Chromium on the path.

The learner is made up and everything else is real: twelve days of reviews by the model of memory, problems that the
judge accepted, a problem begun. The pictures show the page as it is then.
"""

import tempfile
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from uuid import uuid4

from PIL import Image
from playwright.sync_api import sync_playwright

from sharpen.domain.attempt import Origin
from sharpen.domain.day import day_of
from sharpen.domain.memory import Memory, Rating
from sharpen.domain.review import Review, Standing
from sharpen.memory import schedule
from sharpen.practice import Settings, Workspace, open_workspace
from sharpen.practice.day import plan
from sharpen.practice.solving import attempts, drafts
from tests.browser.conftest import CHROMIUM, Serving

ROOT = Path(__file__).parents[2]
PLACE = ROOT / "docs" / "img"
DAYS, CARDS_A_DAY, KNOWN = 12, 24, 0.8
SOLVED = ("k-means", "linear-regression-gradient-descent", "tf-idf", "best-split")
COLORS = 160


def lived(ws: Workspace) -> None:
    """A learner in the second week, with an interview in three."""
    plan.change(
        ws,
        date=day_of(datetime.now(UTC)) + timedelta(days=21),
        minutes=60,
        role="ml-engineer",
        level="senior",
        days_off=frozenset({6}),
    )
    _reviewed(ws)
    for slug in SOLVED:
        (solution,) = (ROOT / "content").glob(f"topics/*/*/{slug}/solution.py")
        mine = attempts.submit(ws, slug, solution.read_text(encoding="utf-8"), origin=Origin.WEB)
        list(attempts.judge(ws, mine.id))
    drafts.save(ws, "perceptron", "import numpy as np\n", (), 240.0)


def _reviewed(ws: Workspace) -> None:
    """Cards of every third topic, met day by day, and again when they were due."""
    rng, now = Random(7), datetime.now(UTC)
    cards = list(ws.library.cards.index().values())
    topics = list(dict.fromkeys(item.topic for item in cards))[::3]
    waiting = [item for topic in topics for item in [card for card in cards if card.topic == topic][:3]]
    memories: dict[str, Memory] = {}
    items = {item.id: item for item in waiting}
    with ws.writing() as work:
        for ago in range(DAYS, 0, -1):
            at = now - timedelta(days=ago)
            due = [items[id_] for id_, memory in memories.items() if memory.due <= at]
            room = max(CARDS_A_DAY - len(due), 0)
            new, waiting = waiting[:room], waiting[room:]
            for item in (*due, *new):
                before = memories.get(item.id)
                rating = Rating.GOOD if rng.random() < KNOWN else Rating.AGAIN
                recall = schedule.recall(before, at)
                work.reviews.add(
                    Review(ws.learner, uuid4().hex, item, at, rating, rng.uniform(8, 40), None, recall, before)
                )
                memories[item.id] = schedule.rated(before, rating, at)
        work.memories.put(*(Standing(ws.learner, items[id_], memory) for id_, memory in memories.items()))


def taken(address: str) -> None:
    """The page, as a window of usual size shows it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
            page.goto(address)
            page.wait_for_load_state("networkidle")
            picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
            picture.save(PLACE / f"today-{scheme}.png", optimize=True)
        browser.close()


def main() -> None:
    """Live, serve, and take the pictures."""
    with tempfile.TemporaryDirectory() as home:
        ws = open_workspace(Settings(home=Path(home)))
        lived(ws)
        serving = Serving(ws)
        serving.start()
        taken(f"{serving.url}/")
        serving.stop()
        ws.close()


if __name__ == "__main__":
    main()
