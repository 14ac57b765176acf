"""Images of a package: kept with the card that shows them, known by their bytes, within limits that are named."""

import io
import struct
import zipfile
import zlib
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image

from sharpen.anki import limits
from sharpen.anki.images import name_of
from sharpen.anki.reading import read
from sharpen.domain.image import NAME, names_in
from tests.anki.packages import FORMATS, Deck

SUFFIXES = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}


def drawn(form: str = "PNG", size: tuple[int, int] = (40, 30), color: str = "red", **options: object) -> bytes:
    """A real image, by the library that everybody uses."""
    file = io.BytesIO()
    Image.new("RGB", size, color).save(file, form, **options)
    return file.getvalue()


def with_alpha(**options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGBA", (40, 30), (1, 2, 3, 4)).save(file, "WEBP", **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        *((drawn(form), suffix) for form, suffix in SUFFIXES.items()),
        (drawn("JPEG", progressive=True, comment=b"x" * 3000), "jpg"),
        (drawn("WEBP", lossless=True), "webp"),
        (with_alpha(), "webp"),
        (with_alpha(lossless=True), "webp"),
    ],
)
def test_an_image_is_known_by_its_bytes(data: bytes, suffix: str) -> None:
    name = name_of(data)
    found = NAME.fullmatch(name)
    assert found
    assert found.groups() == ("40", "30", suffix)
    assert name_of(data + b"\0") != name


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        *(drawn(form)[:9] for form in SUFFIXES),
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html>GIF89a",
        b"\xff\xd8\xff" + b"\xff" * 100,
        drawn("BMP"),
        b"GIF89a" + struct.pack("<HH", 0, 5),
        b"GIF89a" + struct.pack("<HH", limits.SIDE_PIXELS + 1, 1),
        b"GIF89a" + struct.pack("<HH", 10_000, 10_000),
    ],
)
def test_what_no_page_may_show_has_no_name(data: bytes) -> None:
    assert name_of(data) == ""


@pytest.mark.parametrize("form", FORMATS)
def test_images_come_with_their_cards(tmp_path: Path, form: str) -> None:
    files = {"roc curve ä.png": drawn(), "b.jpg": drawn("JPEG"), "unused.gif": drawn("GIF")}
    notes = [
        ("Draw the ROC curve", f"<img src=\"{quote('roc curve ä.png')}\" alt='The curve'>"),
        ("<img src=b.jpg>", "A tree"),
        ("Twice", "<img src='roc curve ä.png'> and <img src='../roc curve ä.png'>"),
        ("Pasted", f"<img src='data:image/png;base64,{b64encode(drawn(color='blue')).decode()}'>"),
    ]
    package = read(Deck(notes=notes, media=files).write(tmp_path / "a.apkg", form))
    red, blue, tree = name_of(drawn()), name_of(drawn(color="blue")), name_of(files["b.jpg"])
    assert [(card.question, card.answer) for card in package.cards] == [
        ("Draw the ROC curve", f"![The curve]({red})"),
        (f"![]({tree})", "A tree"),
        ("Twice", f"![]({red}) and *(picture not kept)*"),
        ("Pasted", f"![]({blue})"),
    ]
    assert package.images == {red: drawn(), blue: drawn(color="blue"), tree: files["b.jpg"]}
    (left,) = package.left_out
    assert left.startswith("1 picture or sound was not taken: sharpen keeps images")
    assert "5 MiB" in left


def test_an_image_that_is_none_or_too_large_is_left_out_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "IMAGE", 10_000)
    files = {
        "vector.svg": b"<svg onload='alert(1)'/>",
        "page.png": b"<html><script>alert(1)</script>",
        "large.png": drawn() + b"\0" * 10_000,
        "fine.png": drawn(),
    }
    notes = [(f"Q{name}", f"A <img src='{name}'> <img src=https://example.org/x.png>") for name in files]
    package = read(Deck(notes=notes, media=files).write(tmp_path / "a.apkg", "anki21b"))
    assert set(package.images) == {name_of(drawn())}
    assert len(package.cards) == 4
    assert package.left_out[0].startswith("4 pictures and sounds were not taken")


def test_all_images_together_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{number}.png": drawn(size=(number + 1, 5)) for number in range(20)}
    notes = [(f"Q{name}", f"A <img src='{name}'>") for name in files]
    path = Deck(notes=notes, media=files).write(tmp_path / "a.apkg")
    monkeypatch.setattr(limits, "IMAGES", 5)
    assert len(read(path).images) == 5
    monkeypatch.setattr(limits, "IMAGES", 100)
    monkeypatch.setattr(limits, "IMAGES_TOGETHER", 1000)
    assert 0 < sum(map(len, read(path).images.values())) <= 1000


def test_unpacking_what_is_no_image_is_bounded_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand images of nothing but zeros pack to almost nothing, and each takes as long as an image."""
    monkeypatch.setattr(limits, "IMAGE", 100_000)
    monkeypatch.setattr(limits, "IMAGES_TOGETHER", 1_000_000)
    files = {f"{number}.png": bytes(200_000) for number in range(1000)}
    html = "".join(f"<img src='{name}'>" for name in files)
    path = Deck(notes=[("Q", f"A{html}")], media=files).write(tmp_path / "a.apkg")
    unpacked = []
    crc32 = zlib.crc32

    def counted(data: bytes, value: int = 0) -> int:
        unpacked.append(len(data))
        return crc32(data, value)

    monkeypatch.setattr(zipfile, "crc32", counted)
    assert read(path).images == {}
    assert sum(unpacked) < 4_000_000


@pytest.mark.parametrize(
    "listed",
    [b"", b"{", b"[]", b"{}", b'{"0": 5}', b'{"../../x": "a.png"}', b"\x28\xb5\x2f\xfdxxx", b"[" * 1000, b"\n\xff"],
)
def test_a_broken_list_of_media_costs_the_images_alone(tmp_path: Path, listed: bytes) -> None:
    path = Deck(notes=[("Q", "A <img src=a.png>")], media={"a.png": drawn()}).write(tmp_path / "a.apkg")
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (members | {"media": listed}).items():
            archive.writestr(name, content)
    package = read(path)
    assert [card.answer for card in package.cards] == ["A *(picture not kept)*"]
    assert package.images == {}
    assert names_in(package.cards[0].answer) == set()
