"""Safety at home: who may ask, who may write, and what a page may load.

Any page on the web can send requests to this machine, so being bound to 127.0.0.1 is not enough:
a foreign Host is refused (a name that was rebound to this address), a write must come from one of
our own pages, and the Content-Security-Policy lets a page load from this server alone.
"""

import secrets
from collections.abc import Collection, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sharpen.web.forms import whole

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
READING = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_BODY = 2 << 20
"""Bytes of the largest request: a submission with its trials is a small part of it."""

PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox"
"""A picture may style itself and nothing else; it is shown as an image, where scripts do not run."""

HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not no-referrer: with that, browsers send `Origin: null` with our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    # Else a browser asks for the address of each link in a card before anybody follows it.
    "x-dns-prefetch-control": "off",
    "permissions-policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
}


def policy(nonce: str) -> str:
    """The Content-Security-Policy of one page; only the editor's style sheet knows its nonce."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' 'nonce-{nonce}'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "media-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


class SafetyMiddleware:
    """Refuses foreign hosts and foreign writes with 403, and adds the headers above to every answer.

    `uploads` are the paths that take larger bodies than LARGEST_BODY, with the bytes of the largest.
    """

    def __init__(
        self, app: ASGIApp, hosts: Collection[str] = LOOPBACK, uploads: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        self.app, self.hosts, self.uploads = app, hosts, uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        scope["nonce"] = nonce = secrets.token_urlsafe(16)

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    answer[name] = value
                answer.setdefault("content-security-policy", policy(nonce))
                answer.setdefault("cache-control", "no-cache")
            await send(message)

        why = refusal(scope["method"], headers, self.hosts, scope.get("scheme", "http"))
        if why:
            await PlainTextResponse(why, 403)(scope, receive, send_safely)
        elif too_large(headers, most := self.uploads.get(scope["path"], LARGEST_BODY)):
            why = f"This request is larger than the {most >> 20} MiB that are accepted here."
            await PlainTextResponse(why, 413)(scope, receive, send_safely)
        else:
            await self.app(scope, receive, send_safely)


def refusal(method: str, headers: Headers, hosts: Collection[str], scheme: str = "http") -> str:
    """Why a request may not come in, or nothing when it may. `scheme` is that of our own pages."""
    if len(headers.getlist("host")) != 1 or host_name(headers["host"]) not in hosts:
        return "sharpen answers to this machine's own names only, such as 127.0.0.1 or localhost."
    if method in READING:
        return ""
    if any(site not in ("same-origin", "none") for site in headers.getlist("sec-fetch-site")):
        return "Only sharpen's own pages may change anything here; this request came from another site."
    if any(origin != f"{scheme}://{headers['host']}" for origin in headers.getlist("origin")):
        return "Only sharpen's own pages may change anything here; this request names another origin."
    return ""


def host_name(host: str) -> str:
    """The name in a Host header, without port and brackets; empty for nonsense."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    return "" if parts.username or parts.path or parts.query or parts.fragment else parts.hostname or ""


def too_large(headers: Headers, most: int) -> bool:
    """Whether a body is too large, or does not say how large it is (no browser leaves that out)."""
    if "transfer-encoding" in headers:
        return True
    length = whole(headers.get("content-length", "0"))
    return length is None or length > most
