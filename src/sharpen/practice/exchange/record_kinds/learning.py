"""What is remembered and reviewed, the plan, and the cards that were brought along."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from datetime import date as Date
from functools import partial
from operator import attrgetter

from sharpen.anki.images import name_of
from sharpen.domain.card import OWN, Brought
from sharpen.domain.day import LONGEST, day_of
from sharpen.domain.image import Image
from sharpen.domain.item import Item
from sharpen.domain.memory import Memory
from sharpen.domain.move import Move
from sharpen.domain.note import Note
from sharpen.domain.plan import RANGES, Plan, check, check_date, check_days_off, check_sure_of, check_weights
from sharpen.domain.readiness import ReadinessDay
from sharpen.domain.review import Review, Standing
from sharpen.practice import inputs
from sharpen.practice.errors import BadBackup
from sharpen.practice.exchange.record_kinds.kind import ReadNoun, RecordKind
from sharpen.practice.exchange.rows import Row
from sharpen.practice.exchange.rules import Rule, chances, number, parameters, words
from sharpen.practice.items.card_pool import BROUGHT


def _write_image(image: Image) -> tuple[Image, Row]:
    return replace(image, data=b""), {"data": b64encode(image.data).decode()}


def _read_image(read: ReadNoun, row: Row, place: str) -> Image:
    """An image whose name is the one that its bytes have."""
    image: Image = read({**row, "data": b""})
    try:
        data = b64decode(row.get("data", ""), validate=True)
    except (TypeError, ValueError):
        raise BadBackup(f"{place}.data must be base64.") from None
    if name_of(data) != image.name:
        raise BadBackup(f"{place}.name is not that of the image in data.")
    return replace(image, data=data)


LATER: Row = {"fit": None, "weights": {}, "role": "", "level": "", "days_off": [], "sure_of": []}
"""What plans in older backups know nothing of."""
RECORDS = (
    RecordKind(
        "memories",
        Standing,
        key=attrgetter("item.id"),
        stamp=attrgetter("since"),
        rules={},
        since=2,
        read=lambda read, row, _: read({"changed": None, **row}),  # older backups know nothing of it
    ),
    RecordKind(
        "reviews",
        Review,
        key=attrgetter("id"),
        stamp=lambda _: None,  # what happened stays as it is
        rules={"id": words(64), "recall": number(0, 1), "days": number(0, LONGEST)},
        since=2,
        put=lambda reviews, new: reviews.add(*new),
        read=lambda read, row, _: read({"day": Date.min, "days": -1, **row}),  # older backups did not keep them
        stamps=lambda reviews: dict.fromkeys(reviews.ids()),
    ),
    RecordKind(
        "notes", Note, attrgetter("item"), attrgetter("updated"), {"item": words(200), "text": inputs.note}, since=2
    ),
    RecordKind(
        "plans",
        Plan,
        key=attrgetter("learner"),
        stamp=attrgetter("updated"),
        rules={
            **{name: partial(check, name) for name in RANGES},
            "date": lambda date: check_date(date, day_of(datetime.now(UTC))),
            "parameters": parameters,
            "weights": check_weights,
            "days_off": check_days_off,
            "sure_of": check_sure_of,
            "role": words(64, least=0),
            "level": words(64, least=0),
        },
        since=2,
        says=lambda plan: plan.updated is not None,
        read=lambda read, row, _: read({**LATER, **row}),
    ),
    RecordKind(
        "moves",
        Move,
        key=lambda move: (move.kind, move.id),
        stamp=attrgetter("updated"),
        rules={"kind": words(16), "id": words(200, least=0)},
        since=10,
    ),
    RecordKind(
        "readiness_days",
        ReadinessDay,
        key=attrgetter("day"),
        stamp=lambda _: None,  # what was believed on a day stays as it is
        rules={"loop": number(0, 1), "rounds": chances},
        since=10,
    ),
    RecordKind(
        "cards",
        Brought,
        key=attrgetter("id"),
        stamp=attrgetter("updated"),
        rules={
            "id": words(64, begin=(BROUGHT, OWN)),
            "topic": words(100, begin=(BROUGHT, OWN)),
            "question": words(1_000_000, least=0),
            "answer": words(1_000_000, least=0),
        },
        since=3,
    ),
    RecordKind(
        "images",
        Image,
        key=attrgetter("name"),
        stamp=lambda _: None,  # its name says what it is
        rules={"name": words(64)},
        since=4,
        stamps=lambda images: dict.fromkeys(images.names()),
        write=_write_image,
        read=_read_image,
    ),
)
PARTS: dict[type, Mapping[str, Rule]] = {
    Item: {"id": words(200), "topic": words(100)},
    Memory: {"difficulty": number(1, 10), "stability": number(0.0001, 36500)},
}
