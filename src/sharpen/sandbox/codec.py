"""How values cross between the examiner and the process that runs hostile code.

A message is a msgpack header followed by the raw bytes of its arrays. Nothing in it can name a
class or run code, and whatever decodes an answer assumes that its author is hostile: sizes are
counted before memory is taken, nesting and the number of extensions are bounded.

Questions (from the examiner) keep lists and tuples apart, and sets that may be changed from those that
may not; they may hold givens. Answers (from the child) are generous: every sequence arrives as a tuple
and every set frozen, so that it may be the key of a dict.
"""

import math
import numbers
import re
import struct
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgpack

from sharpen.checks.calls import Given
from sharpen.checks.garbage import collecting_later
from sharpen.checks.nodes import KINDS, Nodes

ARRAY, SPARSE, SET, COMPLEX, INTEGER, TUPLE, GIVEN, FROZEN, NODES = range(1, 10)
SAFE_DTYPE = re.compile(r"[<>|=]?([biufc]([0-9]|1[06])|[US][1-9][0-9]{0,5})")
DEEPEST = 8
MOST_SIDES = 16
MOST_EXTENSIONS = 200_000
LARGEST_INTEGER = 64 << 10
LARGEST_DENSE = 1 << 25
"""Entries of a sparse matrix written out, and of an empty array's sides multiplied."""
FORMATS = ("csr", "csc", "coo")
"""Formats in which a sparse matrix arrives as it was sent; one of any other arrives as "coo"."""
MOST_ALIKE = 64
"""Keys of one dict or set that may share a hash, or the place that it gives them: more are no accident, and cost time
squared. Hashes of texts are salted anew in every process."""
SALTED = {str, bytes}

Parts = list[bytes | memoryview]
"""A message: its lengths, its header, and the bytes of its arrays, to be sent one after the other."""


class CodecError(ValueError):
    """A value that cannot be sent, or a message that cannot be read."""


class TooLarge(CodecError):
    """A message of more bytes than its receiver takes."""


def pack_question(value: Any) -> Parts:
    """The parts of a message from the trusted side, to be sent one after the other."""
    return _pack(value, strict=True)


def pack_answer(value: Any) -> Parts:
    """The parts of a message from the child. Raises CodecError for what cannot be compared."""
    return _pack(value, strict=False)


def _pack(value: Any, *, strict: bool) -> Parts:
    buffers: list[memoryview] = []
    depth = -1

    def plain(thing: Any) -> Any:
        return _plain(thing, buffers, pack)

    def pack(thing: Any) -> bytes:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:  # its receiver would refuse it, and could not say so
            raise CodecError(f"tuples or sets are nested more than {DEEPEST} deep")
        packed: bytes = msgpack.packb(thing, default=plain, strict_types=strict)
        depth -= 1
        return packed

    try:
        header = pack(value)
    except CodecError:
        raise
    except UnicodeEncodeError:
        raise CodecError("a text contains half a character (a lone surrogate)") from None
    except (ValueError, OverflowError, RecursionError) as problem:
        if "recursion" in str(problem):
            raise CodecError("the value is nested too deeply or contains itself") from None
        raise CodecError(f"something in it raises {type(problem).__name__}: {problem}") from None
    sizes = [buffer.nbytes for buffer in buffers]
    lengths = struct.pack(f"<II{len(sizes)}Q", len(header), len(sizes), *sizes)
    return [lengths, header, *buffers]


def _plain(thing: Any, buffers: list[memoryview], pack: Callable[[Any], bytes]) -> Any:
    """What msgpack cannot say itself, in terms of what it can."""
    numpy = sys.modules.get("numpy")
    if numpy is not None and type(thing) is numpy.ndarray:
        return _array(thing, buffers)
    if isinstance(thing, Given):
        return msgpack.ExtType(GIVEN, pack([thing.kind, list(thing.value)]))
    if isinstance(thing, Nodes):
        return msgpack.ExtType(NODES, pack(list(vars(thing).values())))
    if isinstance(thing, tuple):
        return msgpack.ExtType(TUPLE, pack(list(thing)))
    if isinstance(thing, str | float):
        return str(thing) if isinstance(thing, str) else float(thing)
    if isinstance(thing, int):
        return _integer(int(thing))
    if isinstance(thing, complex):
        return msgpack.ExtType(COMPLEX, struct.pack("<dd", thing.real, thing.imag))
    if isinstance(thing, set | frozenset):
        return msgpack.ExtType(SET if isinstance(thing, set) else FROZEN, pack(list(thing)))
    if numpy is not None:
        if isinstance(thing, numpy.generic):
            return _scalar(thing)
        if hasattr(thing, "detach") and hasattr(thing, "numpy"):
            thing = thing.detach().cpu().numpy()
        if isinstance(thing, numpy.ndarray):
            return _array(thing, buffers)
        if hasattr(thing, "tocsr"):
            return _sparse(thing, buffers, pack)
    return _generous(thing)


def _integer(value: int) -> Any:
    if -(1 << 63) <= value < 1 << 64:
        return value
    size = value.bit_length() // 8 + 1
    if size > LARGEST_INTEGER:
        raise CodecError("an integer of more than 500,000 bits cannot be returned")
    return msgpack.ExtType(INTEGER, value.to_bytes(size, "little", signed=True))


def _scalar(value: Any) -> Any:
    if value.dtype.kind not in "biufcUS":
        raise CodecError(f"a NumPy {value.dtype.name} cannot be returned")
    item = value.item()
    return float(item) if not isinstance(item, bool | int | float | complex | str | bytes) else item


def _array(array: Any, buffers: list[memoryview]) -> Any:
    numpy = sys.modules["numpy"]
    array = numpy.asarray(array)
    if array.dtype.kind == "O":
        return array.tolist()
    if not SAFE_DTYPE.fullmatch(array.dtype.str):
        raise CodecError(f"an array of dtype {array.dtype} cannot be returned")
    array = numpy.ascontiguousarray(array).reshape(array.shape)
    buffers.append(memoryview(array.reshape(-1).view(numpy.uint8)) if array.size else memoryview(b""))
    sides = struct.pack(f"<II{array.ndim}Q", len(buffers) - 1, array.ndim, *array.shape)
    return msgpack.ExtType(ARRAY, sides + array.dtype.str.encode())


def _sparse(matrix: Any, buffers: list[memoryview], pack: Callable[[Any], bytes]) -> Any:
    rows = matrix.tocsr()
    parts = [_array(part, buffers) for part in (rows.data, rows.indices, rows.indptr)]
    form = matrix.format if matrix.format in FORMATS else "coo"
    return msgpack.ExtType(SPARSE, pack([list(rows.shape), form, *parts]))


def _generous(thing: Any) -> Any:
    if isinstance(thing, numbers.Real):
        return float(thing)
    if isinstance(thing, Mapping):
        return dict(thing)
    if isinstance(thing, Iterable):
        return list(thing)
    raise CodecError(
        f"a {type(thing).__name__} cannot be compared; return numbers, strings, lists, tuples, dicts, sets or arrays"
    )


def unpack_question(header: bytes, buffers: list[bytearray]) -> Any:
    """A question, as the child needs it: arrays are its own copies and may be written to."""
    return _unpack(header, buffers, lists=True)


def unpack_answer(header: bytes, buffers: list[bytearray]) -> Any:
    """An answer from a hostile process. Raises CodecError for anything but plain values."""
    return _unpack(header, buffers, lists=False)


def _unpack(header: bytes, buffers: list[bytearray], *, lists: bool) -> Any:
    try:
        with collecting_later():
            return _Reader(buffers, lists).read(header)
    except CodecError:
        raise
    except Exception as problem:  # every way in which hostile bytes can fail to be a message
        raise CodecError(f"unreadable message ({type(problem).__name__}: {problem})") from None


class _Reader:
    """Reads one message, and counts what could make that dear. With `lists` it is a question, which is trusted."""

    __slots__ = ("buffers", "depth", "lists", "parts")

    def __init__(self, buffers: list[bytearray], lists: bool) -> None:
        self.buffers: list[bytearray | None] = [*buffers]
        self.lists = lists
        self.parts = 0
        self.depth = -1

    def read(self, data: bytes) -> Any:
        self.depth += 1
        if self.depth > DEEPEST:
            raise CodecError("nested too deeply")
        pairs = None if self.lists else self._dict
        made = msgpack.unpackb(
            data, ext_hook=self._extension, object_pairs_hook=pairs, strict_map_key=False, use_list=self.lists
        )
        self.depth -= 1
        return made

    def _extension(self, code: int, body: bytes) -> Any:
        self._count()
        if code == GIVEN and not self.lists:
            raise CodecError("an answer holds no givens")
        if code in (SET, FROZEN):
            items = self.read(body)
            self._hash(items)
            return set(items) if code == SET and self.lists else frozenset(items)
        return _extension(code, body, self.buffers, self.read)

    def _dict(self, pairs: list[tuple[Any, Any]]) -> dict[Any, Any]:
        self._count()
        self._hash([key for key, _ in pairs])
        return dict(pairs)

    def _count(self) -> None:
        self.parts += 1
        if self.parts > MOST_EXTENSIONS and not self.lists:
            raise CodecError("too many parts")

    def _hash(self, keys: Sequence[Any]) -> None:
        """Refuse keys that could take for ever to be put in their places."""
        if self.lists or len(keys) <= MOST_ALIKE:
            return
        hashes = [hash(key) for key in keys if type(key) not in SALTED]
        if len(hashes) > MOST_ALIKE:
            import numpy

            found = numpy.array(hashes)
            for alike in (found, found & (2 << len(hashes).bit_length()) - 1):
                if numpy.unique(alike, return_counts=True)[1].max() > MOST_ALIKE:
                    raise CodecError("too many keys with the same hash")


def _extension(code: int, body: bytes, buffers: list[bytearray | None], unpack: Callable[[bytes], Any]) -> Any:
    if code == ARRAY:
        return _read_array(body, buffers)
    if code == SPARSE:
        return _read_sparse(*unpack(body))
    if code == COMPLEX:
        return complex(*struct.unpack("<dd", body))
    if code == INTEGER and len(body) <= LARGEST_INTEGER:
        return int.from_bytes(body, "little", signed=True)
    if code == TUPLE:
        return tuple(unpack(body))
    if code == GIVEN:
        kind, value = unpack(body)
        return Given(kind, value if kind == "stream" else tuple(value))
    if code == NODES:
        return _read_nodes(*unpack(body))
    raise CodecError("unknown extension")


def _read_nodes(kind: str, values: Any, links: Any, origins: Any, fault: str) -> Nodes:
    """A structure of nodes. Raises TypeError and ValueError."""
    if kind not in KINDS or not isinstance(fault, str):
        raise CodecError("bad nodes")
    if kind == "graph":
        places = range(len(values))
        whole = len(links) == len(values) and all(at in places for ends in links for at in ends)
    else:
        whole = not links or (len(links) == 1 and links[0] in range(len(values)))
    if not whole:
        raise CodecError("bad nodes")
    return Nodes(kind, tuple(values), tuple(links), tuple(origins), fault)


def _read_array(body: bytes, buffers: list[bytearray | None]) -> Any:
    index, sides = struct.unpack_from("<II", body)
    if sides > MOST_SIDES or index >= len(buffers):
        raise CodecError("bad array header")
    shape = struct.unpack_from(f"<{sides}Q", body, 8)
    kind, buffer = _dtype(body[8 + 8 * sides :]), buffers[index]
    buffers[index] = None  # each serves one array: arrays that share memory would outgrow it when copied
    if buffer is None or math.prod(shape) * kind.itemsize != len(buffer):
        raise CodecError("the size of an array contradicts its shape")
    import numpy

    if not buffer:
        if math.prod(side or 1 for side in shape) > LARGEST_DENSE:
            raise CodecError("an empty array with too many rows")
        return numpy.zeros(shape, kind)
    array = numpy.frombuffer(buffer, kind)
    array = array.reshape(shape) if sides != 1 else array
    if kind.kind == "b":
        return array.view(numpy.uint8) != 0  # any other byte would count as more than one
    if kind.kind == "U":
        "".join(array.ravel().tolist()).encode()  # raises ValueError for what is no character
    return array


@lru_cache(maxsize=64)
def _dtype(name: bytes) -> Any:
    """The dtype of a name that may come from a hostile process."""
    import numpy

    text = name.decode("ascii")
    if not SAFE_DTYPE.fullmatch(text):
        raise CodecError("bad array header")
    return numpy.dtype(text)


def _read_sparse(shape: Any, form: Any, data: Any, indices: Any, indptr: Any) -> Any:
    from scipy.sparse import csr_array

    if math.prod(side or 1 for side in shape) > LARGEST_DENSE:
        raise CodecError("a sparse matrix too large to be written out")
    if form not in FORMATS:
        raise CodecError("a sparse matrix of unknown format")
    matrix = csr_array((data, indices, indptr), shape=tuple(shape))
    matrix.check_format(full_check=True)
    return matrix.asformat(form)
