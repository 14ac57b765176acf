"""The real client against a real server on loopback: every answer and every failure there is."""

import socket
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict

from sharpen.interviewer import client
from sharpen.interviewer.complaint import retry_after
from sharpen.interviewer.endpoint import Endpoint
from sharpen.interviewer.failure import Failure, InterviewerFailed
from sharpen.interviewer.key import Key
from sharpen.interviewer.known import Form, Known, known_of
from sharpen.interviewer.reply import Spent
from sharpen.interviewer.request import Request, body
from sharpen.interviewer.transport import PATIENCE, Patience
from tests.interviewer.conftest import SECRET
from tests.interviewer.endpoint import (
    Answer,
    LocalEndpoint,
    breaks,
    chunk,
    completion,
    fails,
    refuses,
    says,
    sends,
    stalls,
    streams,
)

HASTY = Patience(connect=2.0, between=0.3, whole=0.6)


class Shape(BaseModel):
    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    n: int
    words: str


RIGHT = {"n": 3, "words": "ok"}
SHAPED = Request("rubric", "Be strict.", "The text.", 200, Shape)
FREE = Request("turn", "Be kind.", "The text.", 200)


class Asked:
    """Asks, and keeps what was spent."""

    def __init__(self, endpoint: Endpoint, patience: Patience = PATIENCE) -> None:
        self.endpoint, self.patience = endpoint, patience
        self.spent: list[Spent] = []

    def shape(self) -> Shape:
        return client.ask(self.endpoint, SHAPED, Shape, self.spent.append, self.patience)

    def texts(self) -> list[str]:
        return list(client.stream(self.endpoint, FREE, self.spent.append, self.patience))

    def fails(self, how: str) -> InterviewerFailed:
        with pytest.raises(InterviewerFailed) as caught:
            getattr(self, how)()
        return caught.value


@pytest.fixture
def asked(endpoint: Endpoint) -> Asked:
    return Asked(endpoint)


def test_a_shape_is_asked_for_by_its_schema(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [says(RIGHT)]
    assert asked.shape() == Shape(**RIGHT)
    [sent] = server.requests
    assert sent["response_format"]["type"] == "json_schema"
    schema = sent["response_format"]["json_schema"]
    assert schema["strict"] is True
    assert schema["schema"]["required"] == ["n", "words"]
    assert schema["schema"]["additionalProperties"] is False
    assert sent == body(SHAPED, "small-model", Known()), "what a preview shows is what is sent"
    assert asked.spent == [Spent(120, 30)]


def test_only_our_own_headers_leave(server: LocalEndpoint, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package would add what the environment holds for OpenAI, and a description of this machine."""
    for name, value in {
        "OPENAI_API_KEY": "sk-of-openai",
        "OPENAI_ADMIN_KEY": "sk-of-admin",
        "OPENAI_ORG_ID": "org-secret",
        "OPENAI_PROJECT_ID": "proj-secret",
        "OPENAI_CUSTOM_HEADERS": "X-Corporate: secret\nAuthorization: Bearer other",
        "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
        "HTTP_PROXY": "http://127.0.0.1:9",
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "ALL_PROXY": "http://127.0.0.1:9",
    }.items():
        monkeypatch.setenv(name, value)
    server.answers = [says(RIGHT)]
    asked.shape()
    asked.texts()
    for headers in server.headers:
        sent = {name.lower(): value for name, value in headers.items()}
        assert sent.pop("authorization") == f"Bearer {SECRET}"
        assert sent.pop("user-agent") == "sharpen"
        assert sent.keys() <= {"host", "connection", "content-length", "content-type", "accept", "accept-encoding"}


def test_without_a_key_none_is_sent(server: LocalEndpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-openai")
    server.answers = [says(RIGHT)]
    Asked(Endpoint(server.url, "m")).shape()
    assert "authorization" not in {name.lower() for name in server.headers[0]}


@pytest.mark.parametrize(("word", "form"), [("json_schema", Form.OBJECT), ("response_format", Form.TEXT)])
def test_what_is_not_supported_is_left_out_and_remembered(
    server: LocalEndpoint, asked: Asked, word: str, form: Form
) -> None:
    fenced = f"Here you are:\n```json\n{Shape(**RIGHT).model_dump_json()}\n```\nGood luck!"
    server.answers = [refuses(word, says(fenced))]
    assert asked.shape() == Shape(**RIGHT)
    assert known_of(asked.endpoint.fingerprint).form is form
    first = len(server.requests)
    assert first == (2 if form is Form.OBJECT else 3)
    asked.shape()
    assert len(server.requests) == first + 1, "remembered"
    assert len(asked.spent) == 2, "a request that is rejected costs nothing"


def test_the_newest_models_want_another_name_for_the_limit(server: LocalEndpoint, asked: Asked) -> None:
    def picky(exchange: Any) -> None:
        if "max_tokens" in exchange.asked:
            why = "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead."
            exchange.send(400, {"error": {"message": why, "param": "max_tokens", "code": "unsupported_parameter"}})
        else:
            says(RIGHT)(exchange)

    server.answers = [picky]
    asked.shape()
    assert server.requests[-1]["max_completion_tokens"] == 200
    assert server.requests[-1]["response_format"]["type"] == "json_schema", "nothing else was given up"


def test_what_is_rejected_in_every_form_is_reported_and_nothing_is_learned(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [fails(400, "the weather is bad")]
    problem = asked.fails("shape")
    assert problem.failure is Failure.REJECTED
    assert "“the weather is bad”" in str(problem)
    assert known_of(asked.endpoint.fingerprint) == Known()
    assert len(server.requests) == 3


def test_a_text_that_is_too_long_is_not_tried_again(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [fails(400, {"error": {"message": "too many tokens", "code": "context_length_exceeded"}})]
    assert "too long for small-model" in str(asked.fails("shape"))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "text",
    [
        '{"n": 3, "words": "ok"}',
        'Sure! {"n": 3, "words": "ok"} Anything else?',
        'I thought of {"a": 1} first. {"n": 3, "words": "ok"}',
        '<think>{"n": 9, "words": "no"}</think>\n{"n": 3, "words": "ok"}',
        '```\n{"n": 3, "words": "ok"}\n```',
        '{"n": "3", "words": "ok", "more": true}',
        [{"type": "text", "text": '{"n": 3, '}, {"type": "text", "text": '"words": "ok"}'}],
    ],
)
def test_json_is_found_in_what_models_write(server: LocalEndpoint, asked: Asked, text: object) -> None:
    server.answers = [says(text)]
    assert asked.shape() == Shape(**RIGHT)
    assert len(server.requests) == 1


def test_an_answer_of_another_shape_is_sent_back_once(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [says({"n": 3}), says(RIGHT)]
    assert asked.shape() == Shape(**RIGHT)
    assistant, user = server.requests[1]["messages"][2:]
    assert assistant == {"role": "assistant", "content": '{"n": 3}'}
    assert "words: Field required" in user["content"]
    assert len(asked.spent) == 2


@pytest.mark.parametrize("text", ["I would rather not use JSON.", "[" * 5000, '{"n": 1', "{" * 3000, "null", "7"])
def test_garbage_twice_is_given_up(server: LocalEndpoint, asked: Asked, text: str) -> None:
    server.answers = [says(text)]
    problem = asked.fails("shape")
    assert problem.failure is Failure.GARBAGE
    assert "also not when asked again" in str(problem)
    assert len(server.requests) == 2


FAILURES: list[tuple[Answer, Failure, str]] = [
    (fails(401, f"Incorrect API key provided: {SECRET}"), Failure.KEY, "refused the key (401)"),
    (fails(403), Failure.KEY, "refused the key (403)"),
    (fails(404, "model 'small-model' not found"), Failure.MISSING, "no model 'small-model' (404)"),
    (fails(429, "slow down", retry_after="17"), Failure.BUSY, "Try again in 17 s."),
    (fails(429, "slow down"), Failure.BUSY, "Try again later."),
    (fails(429, {"error": {"message": "pay", "code": "insufficient_quota"}}), Failure.BUSY, "your account there"),
    (fails(500, "boom"), Failure.BROKEN, "failed (500). It says: “boom”."),
    (fails(503, "loading", retry_after="5"), Failure.BROKEN, "Try again in 5 s."),
    (lambda x: x.send(502, b"<html>Bad gateway</html>", "text/html"), Failure.BROKEN, "failed (502). Try again later."),
    (fails(307, "", location="https://elsewhere.example/v1"), Failure.REDIRECTED, "“https://elsewhere.example/v1”"),
    (says("no", finish="content_filter"), Failure.FILTERED, "A filter of"),
    (says('{"n": 3, "wo', finish="length"), Failure.CUT_OFF, "cut off after 200 tokens"),
    (says("", finish="length"), Failure.CUT_OFF, "cut off after 200 tokens"),
    (says(""), Failure.EMPTY, "empty answer"),
    (says("  \n"), Failure.EMPTY, "empty answer"),
    (lambda x: x.send(200, {**completion(""), "choices": []}), Failure.EMPTY, "empty answer"),
    (lambda x: x.send(200, {**completion(""), "choices": None}), Failure.EMPTY, "empty answer"),
    (sends(b"<html>Welcome</html>", "text/html"), Failure.GARBAGE, "no answer of an OpenAI-compatible endpoint"),
    (sends(b"{half"), Failure.GARBAGE, "no answer of an OpenAI-compatible endpoint"),
    (sends(b"[1, 2]"), Failure.GARBAGE, "no answer of an OpenAI-compatible endpoint"),
    (sends(b'{"choices": [7]}'), Failure.GARBAGE, "no answer of an OpenAI-compatible endpoint"),
    (sends(b"\xff\xfe\x00"), Failure.GARBAGE, "no answer of an OpenAI-compatible endpoint"),
    (sends(b'{"choices": "' + b"x" * (5 << 20) + b'"}'), Failure.TOO_LARGE, "more than any answer has"),
]


@pytest.mark.parametrize(("answer", "failure", "words"), FAILURES)
@pytest.mark.parametrize("how", ["shape", "texts"])
def test_each_failure_says_what_happened_and_what_to_do(
    server: LocalEndpoint, asked: Asked, how: str, answer: Answer, failure: Failure, words: str
) -> None:
    server.answers = [answer]
    problem = asked.fails(how)
    assert problem.failure is failure, str(problem)
    assert words in str(problem)
    assert SECRET not in str(problem)
    assert str(problem).endswith((".", "”"))


@pytest.mark.parametrize("how", ["shape", "texts"])
def test_a_refusal_is_quoted(server: LocalEndpoint, asked: Asked, how: str) -> None:
    def refused(exchange: Any) -> None:
        if exchange.asked.get("stream"):
            streams(refusal="I cannot help with that.")(exchange)
        else:
            exchange.send(200, completion(None, refusal="I cannot help with that."))

    server.answers = [refused]
    problem = asked.fails(how)
    assert problem.failure is Failure.DECLINED
    assert "“I cannot help with that.”" in str(problem)


@pytest.mark.parametrize("how", ["shape", "texts"])
def test_nobody_there(how: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = Endpoint(f"http://127.0.0.1:{free.getsockname()[1]}/v1", "m", Key(SECRET))
    asked = Asked(nobody)
    problem = asked.fails(how)
    assert problem.failure is Failure.UNREACHABLE
    assert "cannot be reached" in str(problem)
    assert asked.spent == [], "nothing was sent"


@pytest.mark.parametrize("how", ["shape", "texts"])
def test_who_does_not_answer_in_time_is_left(server: LocalEndpoint, endpoint: Endpoint, how: str) -> None:
    server.answers = [stalls()]
    asked = Asked(endpoint, HASTY)
    problem = asked.fails(how)
    assert problem.failure is Failure.SLOW
    assert "in time" in str(problem)
    assert [spent.estimated for spent in asked.spent] == [True], "the server may have worked"


def test_an_answer_that_drips_is_left_too(server: LocalEndpoint, endpoint: Endpoint) -> None:
    """Each part comes soon after the one before; the whole never does."""

    def drips(exchange: Any) -> None:
        exchange.begin()
        while not exchange.server.left.wait(0.05):
            exchange.event(chunk("x"))

    server.answers = [drips]
    assert Asked(endpoint, HASTY).fails("texts").failure is Failure.SLOW


def test_a_text_grows_as_it_is_streamed(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [streams("Why ", "20 ms", "?")]
    assert asked.texts() == ["Why ", "Why 20 ms", "Why 20 ms?"]
    assert asked.spent == [Spent(120, 30)]
    assert server.requests[0]["stream_options"] == {"include_usage": True}


def test_who_does_not_count_streams_is_estimated(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [refuses("stream_options", streams("Why 20 ms?"))]
    assert asked.texts()[-1] == "Why 20 ms?"
    assert "stream_options" not in server.requests[-1]
    [spent] = asked.spent
    assert spent.estimated
    assert spent.sent >= 5


def test_who_does_not_stream_is_read_whole(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [lambda exchange: exchange.send(200, completion("Why 20 ms?"))]
    assert asked.texts() == ["Why 20 ms?"]


def test_thoughts_are_left_out_while_they_are_streamed(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [streams("<think>", "Hm, 20 ms", "</think>\n", "Why?")]
    assert asked.texts()[-1] == "Why?"
    assert not any("Hm" in text for text in asked.texts())


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (breaks("Why ", "20"), Failure.INTERRUPTED),
        (stalls("Why ", "20"), Failure.SLOW),
        (streams("Why ", "20", finish=None), Failure.INTERRUPTED),
        (streams("Why ", "20", finish="length"), Failure.CUT_OFF),
        (streams("Why ", "20", finish="content_filter"), Failure.FILTERED),
        (lambda x: (x.begin(), x.event(chunk("Why 20")), x.event({"error": {"message": "gpu"}})), Failure.INTERRUPTED),
        (lambda x: (x.begin(), x.event(chunk("Why 20")), x.event("{half")), Failure.GARBAGE),
        (lambda x: (x.begin(), x.event(chunk("Why 20")), x.event([1])), Failure.GARBAGE),
    ],
)
def test_a_stream_that_fails_leaves_what_arrived(
    server: LocalEndpoint, endpoint: Endpoint, answer: Answer, failure: Failure
) -> None:
    server.answers = [answer]
    asked = Asked(endpoint, HASTY)
    problem = asked.fails("texts")
    assert (problem.failure, problem.partial) == (failure, "Why 20")
    assert len(asked.spent) == 1


def test_who_leaves_a_stream_is_counted_all_the_same(server: LocalEndpoint, endpoint: Endpoint) -> None:
    server.answers = [streams("Why ", "20")]
    asked = Asked(endpoint)
    reading = client.stream(endpoint, FREE, asked.spent.append)
    next(reading)
    reading.close()
    assert len(asked.spent) == 1


@pytest.mark.parametrize(
    "usage", [None, {}, {"prompt_tokens": -5, "completion_tokens": 3}, {"prompt_tokens": "many"}, [1], "free"]
)
def test_a_usage_that_is_none_is_estimated(server: LocalEndpoint, asked: Asked, usage: object) -> None:
    server.answers = [says(RIGHT, usage=usage)]
    asked.shape()
    assert asked.spent[0].estimated
    assert asked.spent[0].sent > 0


def test_half_a_character_and_a_key_do_not_come_through(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [streams("a \ud83d", "\ude00 \udc00 \0 ", SECRET)]
    text = asked.texts()[-1]
    assert text == "a \U0001f600 \ufffd \ufffd (your key)"
    text.encode()


def test_when_to_try_again_is_a_number_or_a_date() -> None:
    now = datetime(2026, 11, 30, 12, tzinfo=UTC)
    assert retry_after("17", now) == 17
    assert retry_after("0.2", now) == 0
    assert retry_after(format_datetime(now + timedelta(seconds=90), usegmt=True), now) == 90
    assert retry_after(format_datetime(now - timedelta(seconds=90), usegmt=True), now) == 0
    for nonsense in ("", "soon", "1e9", "nan", "inf"):
        assert retry_after(nonsense, now) is None


def test_what_is_learned_is_learned_by_threads_too(server: LocalEndpoint, asked: Asked) -> None:
    server.answers = [refuses("json_schema", says(RIGHT))]
    threads = [threading.Thread(target=asked.shape) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert known_of(asked.endpoint.fingerprint).form is Form.OBJECT
