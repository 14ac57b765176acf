"""Links to problems: the site and the title that a link tells."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from sharpen.practice.errors import BadText

LONGEST = 500
TITLE_AT = {
    "leetcode": r"/problems/([^/]+)",
    "leetcode-cn": r"/problems/([^/]+)",
    "neetcode": r"/problems/([^/]+)",
    "lintcode": r"/problem/([^/]+)",
    "hackerrank": r"/challenges/([^/]+)",
    "geeksforgeeks": r"/problems/([^/]+)",
    "codingninjas": r"/problems/([^/]+)",
    "interviewbit": r"/problems/([^/]+)",
    "algoexpert": r"/questions/([^/]+)",
    "codewars": r"/kata/([^/]+)",
}
"""By site, where in the path of a link the title stands."""
SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "vs", "with"}
NUMERALS = re.compile(r"[ivx]+")


@dataclass(frozen=True)
class Linked:
    """What a link tells: the site, and a title, which may be empty."""

    link: str
    source: str
    title: str


def read_link(text: str) -> Linked:
    """What a pasted link tells. Raises BadText for what is none."""
    link = text.strip()
    if "://" not in link and re.match(r"[\w-]+(\.[\w-]+)+/", link):
        link = f"https://{link}"
    try:
        parts = urlsplit(link)
    except ValueError:
        parts = urlsplit("")
    host = (parts.hostname or "").removeprefix("www.")
    if parts.scheme not in ("http", "https") or "." not in host or len(link) > LONGEST or re.search(r"\s", link):
        raise BadText(f"This is not a link to a page: {text.strip()[:80]!r}. Paste one that begins with https://.")
    source = host.split(".")[-2]
    found = re.search(TITLE_AT.get(source, r"/([^/]+)/?$"), unquote(parts.path))
    return Linked(link, source, title_of(found[1]) if found else "")


def title_of(slug: str) -> str:
    """The title that a part of a link stands for: `search-in-rotated-sorted-array-ii` ends with II."""
    words = re.sub(r"\.\w{2,4}$", "", slug).replace("_", "-").split("-")
    spoken = [word for word in words if word]
    return " ".join(_word(word, first=number == 0) for number, word in enumerate(spoken))


def _word(word: str, *, first: bool) -> str:
    if NUMERALS.fullmatch(word) and not first:
        return word.upper()
    return word if word in SMALL and not first else word[:1].upper() + word[1:]
