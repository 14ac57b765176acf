"""How requests leave: with our own headers alone, to the address that was named, and with an end to every answer."""

import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import httpx2

from sharpen.interviewer.key import Key


@dataclass(frozen=True)
class Patience:
    """Seconds: until a connection stands, between two parts of a text that is streamed, and for a whole answer."""

    connect: float = 10.0
    between: float = 90.0
    whole: float = 300.0


PATIENCE = Patience()
"""A model of one's own may be loaded first, and write five words a second then."""
MOST_BYTES = 4 << 20
CARRIED = ("host", "connection", "content-length", "transfer-encoding", "content-type", "accept")
"""The headers of a request that are kept. The `openai` package adds others: those that OPENAI_CUSTOM_HEADERS and
OPENAI_ORG_ID name, which are meant for another endpoint, and some that describe this machine."""


class TooLarge(httpx2.TransportError):
    """An answer has more bytes than anything we ask for."""


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates of this machine, read once: that takes a while."""
    return httpx2.create_ssl_context(trust_env=False)


class OwnTransport(httpx2.BaseTransport):
    """Sends a request with the key and few other headers, and reads an answer within limits. It knows no proxy."""

    def __init__(self, key: Key, patience: Patience) -> None:
        self._key, self._whole = key, patience.whole
        self._inner = httpx2.HTTPTransport(verify=_trusted(), trust_env=False)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        headers = {name: value for name, value in request.headers.items() if name in CARRIED}
        headers |= {"user-agent": "sharpen", "accept-encoding": "identity"}
        if self._key:
            headers["authorization"] = f"Bearer {self._key.reveal()}"
        outgoing = httpx2.Request(
            request.method, request.url, headers=headers, stream=request.stream, extensions=request.extensions
        )
        until = time.monotonic() + self._whole
        answer = self._inner.handle_request(outgoing)
        if answer.headers.get("content-encoding", "identity") != "identity":
            answer.close()
            raise httpx2.DecodingError("The answer is compressed, which was not asked for.")
        assert isinstance(answer.stream, httpx2.SyncByteStream)
        return httpx2.Response(
            answer.status_code,
            headers=answer.headers,
            stream=Limited(answer.stream, until),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        self._inner.close()


class Limited(httpx2.SyncByteStream):
    """The body of an answer, up to a time and a size."""

    def __init__(self, inner: httpx2.SyncByteStream, until: float) -> None:
        self._inner, self._until = inner, until

    def __iter__(self) -> Iterator[bytes]:
        count = 0
        for part in self._inner:
            count += len(part)
            if count > MOST_BYTES:
                raise TooLarge(f"The answer has more than {MOST_BYTES >> 20} MiB.")
            if time.monotonic() > self._until:
                raise httpx2.ReadTimeout("The answer took too long as a whole.")
            yield part

    def close(self) -> None:
        self._inner.close()
