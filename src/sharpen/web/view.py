"""How a page is rendered: the template environment and what every template may use."""

import hashlib
import shlex
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

import jinja2
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sharpen.content.brief import brief
from sharpen.domain.card import MY_CARDS
from sharpen.domain.day import day_of, days_between
from sharpen.domain.recording import Recording, pace
from sharpen.practice import Workspace
from sharpen.practice.day import due
from sharpen.practice.day.subject import OWN
from sharpen.practice.items.card_pool import BROUGHT
from sharpen.practice.mocks import mocks
from sharpen.practice.sheet.sheet import UNSORTED
from sharpen.practice.stories.stories import HOME
from sharpen.practice.work import Work
from sharpen.sandbox.isolation import weakness
from sharpen.web import assets, heat_map, markup, places, verdict_pictures
from sharpen.web.security import PICTURE_POLICY

TEMPLATES = Path(__file__).with_name("templates")
SCHEMES = ("light", "dark")


def workspace(request: Request) -> Workspace:
    """The workspace this app serves."""
    return cast(Workspace, request.app.state.workspace)


def by_htmx(request: Request) -> bool:
    """Whether a script of ours asks for a part of a page, rather than the browser for a whole one."""
    return request.headers.get("hx-request") == "true"


def wants_json(request: Request) -> bool:
    """Whether a script of ours asks for data rather than for HTML."""
    return "application/json" in request.headers.get("accept", "")


def page(request: Request, work: Work, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A template as the answer to a request; what is around every page is read in `work` too."""
    around = {
        "due": cache(partial(due.today, work)),
        "sat_at": cache(partial(mocks.strip, work)),
        "rounds_of_all": work.library.outline.rounds,
    }
    return HTMLResponse(part(request, template, **around, **context), status)


def part(request: Request, template: str, **context: Any) -> str:
    """A template as text; one that shows a whole page is for `page`."""
    scheme = request.cookies.get("scheme")
    mac = "Mac" in request.headers.get("user-agent", "")
    return _environment().get_template(template).render(
        context,
        nonce=request.scope["nonce"],
        scheme=scheme if scheme in SCHEMES else None,
        path=request.url.path,
        under=places.under(request.url.path),
        mod="⌘" if mac else "Ctrl+",
        shift="⇧" if mac else "Shift+",
    )  # fmt: skip


def picture(request: Request, svg: str) -> Response:
    """A picture that the server drew; 404 for an empty one."""
    if not svg:
        raise HTTPException(404)
    etag = f'"{hashlib.sha256(svg.encode()).hexdigest()[:24]}"'
    headers = {"content-security-policy": PICTURE_POLICY, "cache-control": "private, no-cache", "etag": etag}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(svg, media_type="image/svg+xml", headers=headers)


def ago(moment: datetime) -> str:
    """How long ago a moment was, as one says it."""
    seconds = (datetime.now(UTC) - moment).total_seconds()
    for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "just now"


def milliseconds(ms: float) -> str:
    """A duration with as many digits as one reads."""
    if ms >= 1000:
        return f"{ms / 1000:.1f} s"
    return f"{ms:.0f} ms" if ms >= 10 else f"{ms:.1f} ms"


def clock(seconds: float) -> str:
    """Working time as 12:07, or 1:12:07."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def size(count: int | float) -> str:
    """Bytes as one reads them: 240 KB, 1.8 MB."""
    if count < 1_000_000:
        return f"{count / 1000:.0f} KB"
    return f"{count / 1_000_000:.1f} MB" if count < 10_000_000 else f"{count / 1_000_000:,.0f} MB"


def interrupted(recording: Recording) -> bool:
    """Whether nothing comes any more of a recording that is not whole."""
    return recording.interrupted(datetime.now(UTC))


def interval(span: timedelta) -> str:
    """How long an item is put off, as one says it: 12 days, 2.5 months."""
    days = span / timedelta(days=1)
    if days < 1:
        minutes = max(1, round(days * 1440))
        return f"{minutes} min" if minutes < 60 else f"{round(minutes / 60)} h"
    if days < 30.5:
        count, unit = f"{days:.0f}", "day"
    elif days < 365:
        count, unit = f"{days / 30.44:.1f}".removesuffix(".0"), "month"
    else:
        count, unit = f"{days / 365.25:.1f}".removesuffix(".0"), "year"
    return f"{count} {unit}{'' if count == '1' else 's'}"


def wait(until: datetime) -> timedelta:
    """How long it is until a moment, in days of practice; nothing once its day is here."""
    return timedelta(days=days_between(datetime.now(UTC), until))


def day(moment: date) -> str:
    """A date as one writes it: 3 December 2026."""
    return f"{moment.day} {moment:%B %Y}"


def moment(at: datetime) -> str:
    """A moment as one says it: 14:02, or 3 December 2026, 14:02 on another day."""
    time = f"{at:%H:%M}"
    return time if at.date() == datetime.now().astimezone().date() else f"{day(at)}, {time}"


def soon(date_: date) -> str:
    """A day soon to come, as one says it: tomorrow, or Thursday."""
    return "tomorrow" if (date_ - day_of(datetime.now(UTC))).days == 1 else f"{date_:%A}"


def about_minutes(minutes: float) -> str:
    """How long something will take, without pretending to know it exactly."""
    if minutes < 1:
        return "less than a minute"
    if minutes < 90:
        return f"about {minutes:.0f} min"
    return f"about {minutes / 60:.1f} h"


def topic_page(topic_id: str) -> str:
    """Where a topic is at home: its lesson, own cards, the decks from Anki, or a page of its own, as the drill has."""
    if topic_id in OWN or topic_id in (UNSORTED, HOME):
        return f"/{topic_id}"
    if topic_id == MY_CARDS:
        return f"/cards?topic={topic_id}"
    return "/anki#decks" if topic_id.startswith(BROUGHT) else f"/topics/{topic_id}"


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(asset=assets.url, weakness=weakness, places=places)
    environment.filters.update(
        markdown=markup.render,
        inline=markup.inline,
        names=markup.names,
        code=markup.code,
        brief=brief,
        ago=ago,
        shell=lambda path: shlex.quote(str(path)),
        ms=milliseconds,
        clock=clock,
        short=heat_map.short,
        interval=interval,
        interrupted=interrupted,
        pace=pace,
        size=size,
        day=day,
        soon=soon,
        weekday="{:%a %-d %b}".format,
        about_minutes=about_minutes,
        topic_page=topic_page,
        wait=wait,
        growth_picture=lambda found: Markup(verdict_pictures.growth(found)),
        shares_picture=lambda found: Markup(verdict_pictures.shares(found)),
    )
    return environment
