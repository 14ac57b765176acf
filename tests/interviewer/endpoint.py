"""A real server on loopback that holds every request against OpenAI's own types, and fails on order."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from openai.types.chat import CompletionCreateParams
from pydantic import TypeAdapter, ValidationError

PARAMS: TypeAdapter[Any] = TypeAdapter(CompletionCreateParams)
KNOWN = {"model", "messages", "max_tokens", "max_completion_tokens", "response_format", "stream", "stream_options"}
"""The fields that sharpen sends; a misspelled one would pass the check of a TypedDict."""
USAGE = {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150}

Answer = Callable[["Exchange"], None]


class Exchange(BaseHTTPRequestHandler):
    """One request and what is answered to it."""

    protocol_version = "HTTP/1.1"
    server: "LocalEndpoint"
    asked: dict[str, Any]

    def log_message(self, *_: object) -> None:
        """Nothing: the tests read what they need."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.asked = json.loads(body)
        self.server.requests.append(self.asked)
        self.server.bodies.append(body)
        self.server.headers.append(dict(self.headers.items()))
        if self.path.removeprefix(self.server.prefix) != "/chat/completions":
            return self.send(404, {"error": {"message": f"no {self.path} here"}})
        try:
            PARAMS.validate_python(self.asked, strict=True)
            unknown = self.asked.keys() - KNOWN
            assert not unknown, f"unknown fields {unknown}"
        except (ValidationError, AssertionError) as problem:
            self.server.wrong.append(str(problem))
            return self.send(400, {"error": {"message": str(problem)}})
        answers = self.server.answers
        return (answers.pop(0) if len(answers) > 1 else answers[0])(self)

    def send(self, status: int, content: object, kind: str = "application/json", **headers: str) -> None:
        """A whole answer."""
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def begin(self) -> None:
        """The head of a stream."""
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()

    def event(self, data: object) -> None:
        """One event of a stream."""
        text = data if isinstance(data, str) else json.dumps(data)
        self.wfile.write(f"data: {text}\n\n".encode())
        self.wfile.flush()


class LocalEndpoint(ThreadingHTTPServer):
    """The server: what it answers next is what a test put into `answers`, the last of them over and over."""

    daemon_threads = True
    prefix = "/v1"

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.requests: list[dict[str, Any]] = []
        self.bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.wrong: list[str] = []
        self.answers: list[Answer] = [says("")]
        self.left = threading.Event()
        """Set when the test is over: whoever stalls goes on then."""
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def handle_error(self, *_: object) -> None:
        """Nothing: a client that leaves amid an answer is what some tests are about."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{self.prefix}"

    def stop(self) -> None:
        self.left.set()
        self.shutdown()
        self.server_close()


def completion(
    content: object, finish: str | None = "stop", usage: object = USAGE, **message: object
) -> dict[str, Any]:
    """A completion as OpenAI documents it."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
    return {"id": "c1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}


def says(content: object, **more: Any) -> Answer:
    """Answers with a text; streamed, word by word, where that is asked for. A dict is sent as JSON."""
    text = json.dumps(content) if isinstance(content, dict) else content

    def answer(exchange: Exchange) -> None:
        if exchange.asked.get("stream"):
            words = text.split(" ") if isinstance(text, str) else []
            streams(*(f"{word} " for word in words[:-1]), *words[-1:], **more)(exchange)
        else:
            exchange.send(200, completion(text, **more))

    return answer


def chunk(content: str | None = None, finish: str | None = None, **delta: object) -> dict[str, Any]:
    """A part of a streamed completion."""
    choice = {"index": 0, "finish_reason": finish, "delta": {"content": content, **delta}}
    return {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


def streams(*parts: str, finish: str | None = "stop", usage: object = USAGE, **delta: object) -> Answer:
    """Answers with a stream of these parts, its end, and the usage if that is asked for."""

    def answer(exchange: Exchange) -> None:
        exchange.begin()
        for part in parts:
            exchange.event(chunk(part))
        if delta:
            exchange.event(chunk(**delta))
        if finish:
            exchange.event(chunk(finish=finish))
        if exchange.asked.get("stream_options", {}).get("include_usage") and usage:
            exchange.event({**chunk(), "choices": [], "usage": usage})
        exchange.event("[DONE]")

    return answer


def fails(status: int, message: object = "no", **headers: str) -> Answer:
    """Answers with an error, as OpenAI words them, or with a body of the test's own."""
    body = {"error": {"message": message, "type": "error", "param": None}} if isinstance(message, str) else message
    return lambda exchange: exchange.send(status, body, **headers)


def refuses(word: str, then: Answer) -> Answer:
    """Answers 400 to requests that have a word in them, as servers do that do not know a field; else as `then` does."""

    def answer(exchange: Exchange) -> None:
        if word in json.dumps({key: value for key, value in exchange.asked.items() if key != "messages"}):
            exchange.send(400, {"error": {"message": f"'{word}' is not supported here"}})
        else:
            then(exchange)

    return answer


def sends(content: bytes, kind: str = "application/json") -> Answer:
    """Answers 200 with these bytes."""
    return lambda exchange: exchange.send(200, content, kind)


def breaks(*parts: str) -> Answer:
    """Begins an answer and breaks it off amid a chunk, as a server does that crashes."""

    def answer(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("content-type", "text/event-stream")
        exchange.send_header("transfer-encoding", "chunked")
        exchange.end_headers()
        for part in parts:
            data = f"data: {json.dumps(chunk(part))}\n\n".encode()
            exchange.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
        exchange.wfile.write(b"ff\r\nhalf")
        exchange.wfile.flush()
        exchange.close_connection = True

    return answer


def stalls(*parts: str) -> Answer:
    """Begins a stream and says nothing more until the test is over; without parts, not even a head."""

    def answer(exchange: Exchange) -> None:
        if parts:
            exchange.begin()
            for part in parts:
                exchange.event(chunk(part))
        exchange.server.left.wait(60)
        exchange.close_connection = True

    return answer
