"""What crosses the line between examiner and child arrives as it was sent, and hostile bytes do no harm."""

import contextlib
import math
import struct
import time
from typing import Any

import msgpack
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.sparse import csr_array

from sharpen.checks import exactly, generator, stream
from sharpen.sandbox.codec import (
    ARRAY,
    GIVEN,
    INTEGER,
    SET,
    SPARSE,
    CodecError,
    pack_answer,
    pack_question,
    unpack_answer,
    unpack_question,
)
from tests.checks.test_strange_answers import examine

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.binary(max_size=20)
keys = st.integers() | st.text(max_size=5) | st.tuples(st.integers(), st.text(max_size=5))
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys, inner, max_size=4)
        | st.frozensets(st.integers(), max_size=4)
        | st.sets(st.integers() | st.frozensets(st.integers(), max_size=2), max_size=4)
    ),
    max_leaves=12,
)
arrays_of_any_kind = arrays.arrays(
    dtype=arrays.integer_dtypes() | arrays.floating_dtypes() | arrays.boolean_dtypes() | arrays.complex_number_dtypes(),
    shape=arrays.array_shapes(min_dims=0, max_dims=4, min_side=0),
)


def parts(message: list[Any]) -> tuple[bytes, list[bytearray]]:
    return bytes(message[1]), [bytearray(buffer) for buffer in message[2:]]


def same(a: Any, b: Any) -> bool:
    """Equal, with NaN equal to itself and types respected."""
    if isinstance(a, float) and isinstance(b, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    if isinstance(a, list | tuple):
        return type(a) is type(b) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return isinstance(b, dict) and list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    return type(a) is type(b) and bool(a == b)


@given(values)
def test_a_question_arrives_as_it_was_asked(value: Any) -> None:
    assert same(value, unpack_question(*parts(pack_question(value))))


@given(values)
def test_an_answer_keeps_its_content_whatever_its_form(value: Any) -> None:
    got = unpack_answer(*parts(pack_answer(value)))
    assert same(_as_it_comes(value), got)


def _as_it_comes(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(map(_as_it_comes, value))
    if isinstance(value, dict):
        return {key: _as_it_comes(item) for key, item in value.items()}
    return frozenset(value) if isinstance(value, set) else value


def test_what_raises_while_it_is_read_is_reported() -> None:
    with pytest.raises(CodecError, match="raises ValueError: could not convert string to float: 'x'"):
        pack_answer([map(float, ["1", "x"])])
    itself: list[Any] = []
    itself.append(itself)
    with pytest.raises(CodecError, match="contains itself"):
        pack_answer(itself)


def test_what_is_nested_too_deeply_to_arrive_is_not_sent() -> None:
    nested: Any = ()
    for _ in range(7):
        nested = (nested,)
    assert unpack_question(*parts(pack_question(nested))) == nested
    with pytest.raises(CodecError, match="nested more than 8 deep"):
        pack_question((nested,))


@given(arrays_of_any_kind)
def test_an_array_arrives_bit_for_bit(array: np.ndarray) -> None:
    for pack, unpack in ((pack_question, unpack_question), (pack_answer, unpack_answer)):
        got = unpack(*parts(pack([array])))[0]
        assert got.dtype == array.dtype
        assert got.shape == array.shape
        assert got.tobytes() == array.tobytes()


def test_an_array_that_is_asked_about_may_be_written_to() -> None:
    got = unpack_question(*parts(pack_question([np.arange(3.0)])))[0]
    got[0] = 7
    assert list(got) == [7, 1, 2]


def test_a_sparse_matrix_arrives_sparse() -> None:
    matrix = csr_array(np.array([[0.0, 2.0], [0.0, 0.0], [1.0, 0.0]]))
    assert exactly()(matrix, unpack_answer(*parts(pack_answer(matrix)))) is None


@pytest.mark.parametrize(("form", "arrives"), [("csr", "csr"), ("csc", "csc"), ("coo", "coo"), ("lil", "coo")])
def test_a_sparse_matrix_arrives_in_its_format(form: str, arrives: str) -> None:
    matrix = csr_array(np.eye(2, 3)).asformat(form)
    for pack, unpack in ((pack_question, unpack_question), (pack_answer, unpack_answer)):
        got = unpack(*parts(pack([matrix])))[0]
        assert got.format == arrives
        assert exactly()(matrix, got) is None


@pytest.mark.parametrize(("shape", "form"), [([2, 2], "dia"), ([2, 2], 7), ([0, 1 << 40], "csc")])
def test_a_sparse_matrix_of_a_form_that_may_cost_much_is_refused(shape: list[int], form: Any) -> None:
    buffers = [np.ones(1), np.zeros(1, np.int32), np.array([0, 1, 1], np.int32)]
    arrays = [
        msgpack.ExtType(ARRAY, struct.pack("<IIQ", place, 1, len(one)) + one.dtype.str.encode())
        for place, one in enumerate(buffers)
    ]
    header = msgpack.packb(msgpack.ExtType(SPARSE, msgpack.packb([shape, form, *arrays])))
    with pytest.raises(CodecError, match="sparse matrix"):
        unpack_answer(header, [bytearray(one.tobytes()) for one in buffers])


def test_givens_are_made_on_the_other_side() -> None:
    line, rng = unpack_question(*parts(pack_question([stream([1, [2]]), generator(3)])))
    assert list(line.made()) == [1, [2]]
    assert rng.made().random() == np.random.default_rng(3).random()


@pytest.mark.parametrize(
    "value", [object(), len, type, np.array([1], "datetime64[D]"), 1 << 600_000], ids=lambda value: type(value).__name__
)
def test_what_cannot_be_compared_is_refused_with_a_reason(value: Any) -> None:
    with pytest.raises(CodecError, match="cannot be"):
        pack_answer(value)


@given(st.binary(max_size=200), st.lists(st.binary(max_size=20).map(bytearray), max_size=3))
def test_any_bytes_are_an_answer_or_an_error_and_nothing_else(header: bytes, buffers: list[bytearray]) -> None:
    with contextlib.suppress(CodecError):
        unpack_answer(header, buffers)


def array_of(dtype: str, shape: list[int], index: int) -> msgpack.ExtType:
    """The header of an array, as the codec writes it; numbers that do not fit come out as other nonsense."""
    sides = [side % (1 << 64) for side in shape]
    lengths = struct.pack(f"<II{len(sides)}Q", index % (1 << 32), len(sides), *sides)
    return msgpack.ExtType(ARRAY, lengths + dtype.encode())


def array(dtype: str, shape: list[int], index: int) -> bytes:
    return msgpack.packb(array_of(dtype, shape, index))  # type: ignore[no-any-return]


def extension(code: int, *body: Any) -> bytes:
    return msgpack.packb(msgpack.ExtType(code, msgpack.packb(list(body))))  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("header", "sizes"),
    [
        (array("<f8", [1 << 39, 0], 0), [0]),
        (array("<U1", [1], 0), [4]),
        (array("|u1", [4] * 17, 0), [4]),
        (array("|O", [1], 0), [8]),
        (array("|u1", [1], 7), [1]),
        (extension(GIVEN, "range", [1]), []),
        (b"\x92" + 2 * array("|u1", [8], 0), [8]),
        (msgpack.packb([msgpack.ExtType(SET, msgpack.packb([[k, 1] for k in range(9)]))] * 300_000), []),
    ],
    ids=[
        "rows without end",
        "no character",
        "too many sides",
        "objects",
        "no buffer",
        "a given",
        "one buffer for two arrays",
        "too many sets",
    ],
)
def test_messages_made_to_harm_their_reader_are_refused(header: bytes, sizes: list[int]) -> None:
    with pytest.raises(CodecError):
        unpack_answer(header, [bytearray(b"\xff" * size) for size in sizes])


def test_keys_with_one_hash_are_refused_before_they_are_compared() -> None:
    keys = [msgpack.ExtType(INTEGER, (k * ((1 << 61) - 1)).to_bytes(12, "little")) for k in range(50_000)]
    for message in (dict.fromkeys(keys), msgpack.ExtType(SET, msgpack.packb(keys))):
        started = time.process_time()
        with pytest.raises(CodecError, match="same hash"):
            unpack_answer(msgpack.packb(message), [])
        assert time.process_time() - started < 2.0


def test_true_is_one_whatever_byte_says_so() -> None:
    got = unpack_answer(array("|b1", [2], 0), [bytearray([255, 0])])
    assert got.tobytes() == b"\x01\x00"


def test_half_a_character_is_reported_as_such() -> None:
    with pytest.raises(CodecError, match="half a character"):
        pack_answer(["\ud800"])


tokens = st.recursive(
    st.none() | st.booleans() | st.integers(-(1 << 63), (1 << 64) - 1) | st.floats() | st.text(max_size=4)
    | st.sampled_from(["<f8", "|u1", "|b1", "<U1", "|S3", "<c16", "<f2", "ok", "error", "range", "stream"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.builds(lambda code, body: msgpack.ExtType(code, msgpack.packb(body)), st.integers(0, 9), inner)
    | st.builds(
        array_of,
        st.sampled_from(["<f8", "|u1", "|b1", "<U1", "|S4", "<f2", "<f16", "<i3"]),
        st.lists(st.sampled_from([0, 1, 2, 4, 8, 1 << 39, -1]), max_size=4),
        st.integers(-1, 3),
    )
    | st.dictionaries(st.integers(-9, 9) | st.text(max_size=2), inner, max_size=3),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=400)
@given(tokens, st.lists(st.sampled_from([0, 1, 4, 8, 16]).map(lambda n: bytearray(b"\xc8" * n)), max_size=4))
def test_an_answer_put_together_at_random_is_compared_or_refused(token: Any, buffers: list[bytearray]) -> None:
    with contextlib.suppress(CodecError):
        examine(unpack_answer(msgpack.packb(token), buffers))
