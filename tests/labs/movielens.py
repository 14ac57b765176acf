"""Files in the form of MovieLens 100K, made up: nothing in them is of anybody's ratings."""

import zipfile
from pathlib import Path

import numpy as np

NAMES = ("u.data", "u.item", "u.user")
COMMON = (0, 0.15, 0.08, 0.03, 0.07, 0.3, 0.07, 0.03, 0.43, 0.01, 0.02, 0.06, 0.03, 0.04, 0.15, 0.06, 0.15, 0.04, 0.02)
"""About how many movies are of each of the nineteen genres."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def files(*, people: int = 943, movies: int = 1682, seed: int = 0, age: float = 0.2) -> dict[str, str]:
    """The three files; about 106 ratings a person, `age` is how much groups of age differ in their tastes."""
    rng = np.random.default_rng(seed)
    ages = np.clip(rng.normal(34, 12, people), 7, 73).astype(int)
    flags = (rng.random((movies, 19)) < COMMON).astype(int)
    flags[flags.sum(axis=1) == 0, 8] = 1
    flags[266] = np.eye(19, dtype=int)[0]
    liking = rng.normal(0, 0.35, (people, 19)) + rng.normal(0, age, (5, 19))[np.searchsorted((24, 34, 44, 54), ages)]
    own = rng.normal(0, 0.35, (people, 6)) @ rng.normal(0, 1 / 6**0.5, (6, movies))
    fit = liking @ (flags / np.sqrt(flags.sum(axis=1, keepdims=True))).T + own
    popular = rng.normal(0, 1.4, movies)
    stars = np.clip(np.rint(3.5 + 0.2 * popular + fit + rng.normal(0, 0.9, fit.shape)), 1, 5).astype(int)
    many = np.clip(rng.lognormal(4.2, 0.9, people), 20, movies // 2).astype(int)
    arrival = popular + 0.5 * fit + rng.gumbel(size=fit.shape)
    ratings = [(user, movie) for user in range(people) for movie in np.argsort(-arrival[user])[: many[user]]]
    rng.shuffle(ratings)
    when = rng.integers(874_724_710, 893_286_638, len(ratings))
    data = [f"{u + 1}\t{m + 1}\t{stars[u, m]}\t{at}" for (u, m), at in zip(ratings, when, strict=True)]
    user = [
        f"{number}|{old}|{'MF'[number % 2]}|{('student', 'none')[number % 2]}|{_zip(rng)}"
        for number, old in enumerate(ages, 1)
    ]
    item = [
        f"{number}|Movie {number}, thé ({year})|{_date(rng, number, year)}||http://example.org/{number}|"
        + "|".join(map(str, has))
        for number, (has, year) in enumerate(zip(flags, rng.integers(1930, 1999, movies), strict=True), 1)
    ]
    return {name: "\n".join(lines) + "\n" for name, lines in zip(NAMES, (data, item, user), strict=True)}


def _zip(rng: np.random.Generator) -> str:
    return "T8H1N" if rng.random() < 0.02 else f"{rng.integers(0, 100_000):05}"


def _date(rng: np.random.Generator, number: int, year: int) -> str:
    """One of them is empty, and one without a leading zero, as in the real file."""
    if number == 267:
        return ""
    return "4-Feb-1971" if number == 1373 else f"{rng.integers(1, 29):02}-{MONTHS[rng.integers(12)]}-{year}"


def folder(at: Path, made: dict[str, str]) -> Path:
    """The files in a folder, as unpacked."""
    at.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (at / name).write_bytes(text.encode("latin-1"))
    return at


def packed(at: Path, made: dict[str, str]) -> Path:
    """The files in a .zip, in a folder there, with another file beside them."""
    with zipfile.ZipFile(at, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ml-100k/README", "as the real one has")
        for name, text in made.items():
            archive.writestr(f"ml-100k/{name}", text.encode("latin-1"))
    return at
