"""MovieLens 100K, taken apart: what the world takes from its ratings, people and movies.

Its README says of the files: `u.data` has user, item, rating and time between tabs; `u.item` and `u.user` have fields
between bars, u.item in Latin-1. Harper and Konstan, The MovieLens Datasets, 2015, describe how they came about.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from sharpen.labs.columns import Array, Columns, Floats
from sharpen.labs.errors import BadData
from sharpen.labs.public_data import members

SIZES = {"u.data": 8 << 20, "u.item": 2 << 20, "u.user": 1 << 20}
"""The most bytes of each file, four times what they have and more."""
MOVIES, PEOPLE, RATED, HIDDEN = 700, 300, 5, 6
"""Movies that the world takes, the fewest people, the fewest ratings of those movies, and hidden traits."""
GENRES = (
    ("Action",),
    ("Adventure",),
    ("Animation", "Children's"),
    ("Comedy",),
    ("Crime", "Film-Noir"),
    ("Drama", "Documentary"),
    ("Horror",),
    ("Musical",),
    ("Romance",),
    ("Sci-Fi", "Fantasy"),
    ("Thriller", "Mystery"),
    ("War", "Western"),
)
"""Twelve of eighteen: rare genres lie with the one that is most like them. Movies of an unknown genre are left out."""
FLAGS = [
    *(
        "unknown",
        "Action",
        "Adventure",
        "Animation",
        "Children's",
        "Comedy",
        "Crime",
        "Documentary",
        "Drama",
        "Fantasy",
    ),
    *("Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western"),
]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DATE = re.compile(rf"(\d\d?)-({'|'.join(MONTHS)})-(\d{{4}})", re.ASCII)
RATING = re.compile(r"([1-9]\d{0,5})\t([1-9]\d{0,5})\t([1-5])\t(\d{1,10})", re.ASCII)
PERSON = re.compile(r"([1-9]\d{0,5})\|(\d{1,3})\|([MF])\|([a-z ]{1,30})\|([0-9A-Z-]{5,10})", re.ASCII)
ELDEST = (24, 34, 44, 54)
"""The last year of age of each age group but the oldest."""
TASTE_PRIOR, COMMON = 10.0, 5.0
"""Ratings that weigh as much as having no likings, and as a movie's being rated as all are."""


def prepare(source: Path) -> Columns:
    """Movies by release: `genres`, `appeal`, `traits`; people: `age_group`, `area`, `likings`, `hidden`.

    Appeal is the log of how many rated a movie, around 0. The liking of a person for a movie is that of its genres,
    each over the root of their number, and the product of hidden tastes and traits; each part varies by 1.
    """
    files = members(source, SIZES)
    age, area = _people(_lines(files, "u.user", "ascii"))
    date, flags = _movies(_lines(files, "u.item", "latin-1"))
    user, movie, stars = _ratings(_lines(files, "u.data", "ascii"), len(age), len(date))
    taken = _taken(date, flags, np.bincount(movie, minlength=len(date)))
    place = np.full(len(date), -1)
    place[taken] = np.arange(len(taken))
    here = place[movie] >= 0
    genres = _merged(flags[taken])
    found = _tastes(user[here], place[movie[here]], stars[here], len(age), genres)
    count = np.log(np.bincount(movie, minlength=len(date))[taken])
    summary = f"{len(age):,} people, {len(date):,} movies, {len(stars):,} ratings"
    return {
        "genres": genres,
        "appeal": count - count.mean(),
        "age_group": np.searchsorted(ELDEST, age),
        "area": area,
        **found,
        "summary": np.array(summary),
    }


def _lines(files: dict[str, bytes], name: str, encoding: str) -> list[str]:
    """The lines of a file, without empty ones at its end."""
    try:
        text = files[name].decode(encoding)
    except UnicodeDecodeError as problem:
        raise BadData(f"{name}: byte {problem.start} is no {encoding} text.") from None
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    if lines == [""]:
        raise BadData(f"{name}: the file is empty.")
    return lines


def _wrong(name: str, number: int, line: str, wanted: str) -> BadData:
    return BadData(f"{name}, line {number}: {wanted}; it is {line[:80]!r}.")


def _people(lines: list[str]) -> tuple[Array, Array]:
    """Ages, and the area of the ZIP code: two first digits to an area, and one for all that has none."""
    ages, areas = [], []
    for number, line in enumerate(lines, 1):
        found = PERSON.fullmatch(line)
        if found is None or int(found[1]) != number or not 1 <= int(found[2]) <= 120:
            raise _wrong("u.user", number, line, f"should be {number}|age|M or F|occupation|zip code")
        ages.append(int(found[2]))
        areas.append(int(found[5][0]) // 2 if re.fullmatch(r"\d{5}(-\d{4})?", found[5]) else 5)
    if len(ages) < PEOPLE:
        raise BadData(f"u.user: there are {len(ages)} people, and {PEOPLE} or more are needed.")
    return np.array(ages), np.array(areas)


def _movies(lines: list[str]) -> tuple[Array, Array]:
    """Days of release as numbers that grow with time, 0 for none, and flags of genres, of shape (movies, 19)."""
    dates, flags = [], []
    for number, line in enumerate(lines, 1):
        fields = line.split("|")
        if len(fields) != 5 + len(FLAGS) or fields[0] != str(number) or not fields[1]:
            raise _wrong(
                "u.item", number, line, f"should have {5 + len(FLAGS)} fields between bars, the first {number}"
            )
        has = fields[5:]
        if not set(has) <= {"0", "1"} or "1" not in has:
            raise _wrong("u.item", number, "|".join(has), "genres should be 19 times 0 or 1, and not all 0")
        found = DATE.fullmatch(fields[2])
        if fields[2] and (found is None or not 1 <= int(found[1]) <= 31):
            raise _wrong("u.item", number, fields[2], "the release date should be like 01-Jan-1995, or empty")
        dates.append((int(found[3]) * 12 + MONTHS.index(found[2])) * 31 + int(found[1]) if found else 0)
        flags.append([int(flag) for flag in has])
    return np.array(dates), np.array(flags, np.int8)


def _ratings(lines: list[str], people: int, movies: int) -> tuple[Array, Array, Floats]:
    """Who rated, which movie, and by how many stars; people and movies numbered from 0."""
    table = np.array(list(_rated(lines, people, movies)))
    user, movie = table[:, 0] - 1, table[:, 1] - 1
    _, first, times = np.unique(user * movies + movie, return_index=True, return_counts=True)
    if (times > 1).any():
        pair = table[first[np.argmax(times > 1)]]
        raise BadData(f"u.data: user {pair[0]} rated item {pair[1]} more than once.")
    return user, movie, table[:, 2].astype(float)


def _rated(lines: list[str], people: int, movies: int) -> Iterator[tuple[int, int, int]]:
    for number, line in enumerate(lines, 1):
        found = RATING.fullmatch(line)
        if found is None:
            raise _wrong("u.data", number, line, "should be user, item, rating of 1 to 5 and time, with tabs between")
        user, movie = int(found[1]), int(found[2])
        if user > people or movie > movies:
            what = f"user {user} is not in u.user" if user > people else f"item {movie} is not in u.item"
            raise _wrong("u.data", number, line, what)
        yield user, movie, int(found[3])


def _taken(date: Array, flags: Array, count: Array) -> Array:
    """The movies that were rated most, by release, those of one day by number."""
    known = np.flatnonzero((flags[:, 1:].sum(axis=1) > 0) & (count >= RATED))
    if len(known) < MOVIES:
        raise BadData(
            f"u.data: {len(known)} movies of known genre have {RATED} ratings or more, and {MOVIES} are needed."
        )
    most = np.sort(known[np.argsort(-count[known], kind="stable")[:MOVIES]])
    return most[np.argsort(date[most], kind="stable")]


def _merged(flags: Array) -> Array:
    """Flags of twelve genres."""
    return np.stack([flags[:, [FLAGS.index(name) for name in names]].max(axis=1) for names in GENRES], axis=1)


def _tastes(user: Array, movie: Array, stars: Floats, people: int, genres: Array) -> Columns:
    """What stars say beyond means of person and movie: ridge regression on genres, and a truncated SVD of the rest."""
    shape = people, len(genres)
    if stars.std() == 0:
        raise BadData("u.data: all ratings are equal, and say nothing of tastes.")
    rest = stars - stars.mean()
    for of, count in ((movie, shape[1]), (user, shape[0])):
        rest -= (np.bincount(of, rest, count) / (np.bincount(of, minlength=count) + COMMON))[of]
    traits = genres / np.sqrt(genres.sum(axis=1, keepdims=True))
    has = csr_matrix((np.ones(len(user)), (user, movie)), shape)
    squares = has @ (traits[:, :, None] * traits[:, None, :]).reshape(len(traits), -1)
    sums = csr_matrix((rest, (user, movie)), shape) @ traits
    likings = np.linalg.solve(
        squares.reshape(people, traits.shape[1], -1) + TASTE_PRIOR * np.eye(traits.shape[1]), sums[:, :, None]
    )[:, :, 0]
    rest -= (likings[user] * traits[movie]).sum(axis=1)
    left, size, right = svds(csr_matrix((rest, (user, movie)), shape), HIDDEN, v0=np.ones(min(shape)))
    sign = np.sign(right.sum(axis=1))  # a factor and its negative are the same
    hidden, own = left * np.sqrt(size) * sign, (right * np.sqrt(size)[:, None] * sign[:, None]).T
    likings, hidden = likings - likings.mean(axis=0), hidden - hidden.mean(axis=0)
    likings, hidden = (part / max((part @ of.T).std(), 1e-9) for part, of in ((likings, traits), (hidden, own)))
    return {"likings": likings, "hidden": hidden, "traits": own}
