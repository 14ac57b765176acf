"""Makes `packages.json.xz` and `similar.npz` again, from the package lists of a machine with Debian.

    apt-get update -o Acquire::Languages=en -o Dir::State::lists=/tmp/lists
    python build.py /tmp/lists

Long texts are in the list Translation-en, which machines without people at them often do not fetch.

What comes out depends on the release of Debian (12 when this was made) and not on when or where it runs.
"""

import hashlib
import json
import lzma
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

HERE = Path(__file__).parent
DOCUMENTS, LONGEST, MOST_DEPENDS, SIMILAR = 8_000, 420, 8, 20
SECTIONS = {
    "admin", "comm", "database", "devel", "editors", "education", "electronics", "embedded", "games", "gnome",
    "graphics", "hamradio", "httpd", "interpreters", "kde", "libs", "mail", "math", "misc", "net", "news",
    "python", "science", "shells", "sound", "tex", "text", "utils", "vcs", "video", "web", "x11", "xfce",
}  # fmt: skip
LEAST_DEPENDENTS = {"libs": 20, "devel": 1, "python": 4}
"""Libraries are many and much alike: only those that others depend on are documents."""
PARTS = re.compile(
    r"-(dev|dbg|docs?|data|common|l10n|source|examples|locales?|dkms|legacy|base|bin|perl|ruby|java|plugins?)$"
    r"|^(gcc|g\+\+|cpp|gfortran|gnat|gdc|gobjc|gm2|gccgo|binutils|crossbuild|libstdc|linux-|llvm|clang|dict-|aspell-"
    r"|hunspell-|hyphen-|mythes-|myspell-|task-|education-|manpages-|fonts-|node-|libjs-|ruby-|php-|golang-|librust)"
)
"""Names of packages that are a part of another, or one of a long row that differ in a word."""


def stanzas(folder: Path, name: str) -> list[dict[str, str]]:
    """The stanzas of the lists whose names match, by field."""
    found = []
    for path in sorted(folder.glob(f"*_debian_dists_*_main_{name}*")):
        if re.search(r"dists_[a-z]+-", path.name):
            continue  # security and updates: the release alone stands still
        data = path.read_bytes()
        if path.suffix == ".lz4":
            data = subprocess.run(["lz4", "-dc"], input=data, capture_output=True, check=True).stdout
        text = data.decode()
        found += [dict(re.findall(r"^([\w-]+): ?(.*(?:\n .*)*)", part, re.M)) for part in text.split("\n\n")]
    return [stanza for stanza in found if "Package" in stanza]


def needed(stanza: dict[str, str]) -> list[str]:
    """The names that a package depends on, alternatives included, in their order."""
    said = ", ".join(stanza.get(field, "") for field in ("Pre-Depends", "Depends", "Recommends"))
    return list(dict.fromkeys(re.findall(r"(?:^|[,|])\s*([a-z0-9][a-z0-9+.-]+)", said)))


def chosen(folder: Path) -> list[dict[str, object]]:
    """The documents: at most two packages of a source, those that others depend on first."""
    texts = {
        (s["Package"], s.get("Description-md5")): s["Description-en"] for s in stanzas(folder, "i18n_Translation-en")
    }
    every = {stanza["Package"]: stanza for stanza in stanzas(folder, "binary-amd64_Packages")}
    dependents = Counter(name for stanza in every.values() for name in needed(stanza) if name in every)
    eligible, of_source = [], Counter()
    for name in sorted(every, key=lambda name: (-dependents[name], name)):
        stanza = every[name]
        section, source = stanza.get("Section", ""), stanza.get("Source", name).split()[0]
        text = texts.get((name, stanza.get("Description-md5")), "transitional")
        enough = dependents[name] >= LEAST_DEPENDENTS.get(section, 0)
        real = "transitional" not in text and "dummy package" not in text
        if section in SECTIONS and enough and real and not PARTS.search(name) and of_source[source] < 2:
            of_source[source] += 1
            eligible.append((name, section, source, text, stanza))
    eligible.sort(key=lambda one: (dependents[one[0]] < 2, hashlib.sha256(one[0].encode()).digest()))
    kept = sorted(eligible[:DOCUMENTS])
    number = {one[0]: at for at, one in enumerate(kept)}
    return [
        {
            "name": name,
            "section": section,
            "source": source,
            "short": text.partition("\n")[0],
            "long": abridged(text.partition("\n")[2]),
            "depends": [number[other] for other in needed(stanza) if other in number and other != name][:MOST_DEPENDS],
        }
        for name, section, source, text, stanza in kept
    ]


def abridged(text: str) -> str:
    """A long description on one line, cut after a word."""
    flat = " ".join(word for word in text.split() if word not in (".", "*", "-"))
    return flat if len(flat) <= LONGEST else flat[:LONGEST].rpartition(" ")[0]


def similar(documents: list[dict[str, object]]) -> tuple[np.ndarray, np.ndarray]:
    """By document, those whose words are most alike, and the cosine of both: shapes (documents, SIMILAR)."""
    words = [re.findall(r"[a-z0-9]+", f"{d['name']} {d['short']} {d['short']} {d['long']}".lower()) for d in documents]
    number = {word: at for at, word in enumerate(sorted({word for text in words for word in text}))}
    row = np.repeat(np.arange(len(words)), [len(text) for text in words])
    counts = csr_array((np.ones(len(row)), (row, [number[word] for text in words for word in text])))
    counts.sum_duplicates()
    frequency = np.bincount(counts.indices, minlength=len(number))
    counts.data = np.log1p(counts.data) * np.log(len(words) / frequency[counts.indices])
    counts.data[frequency[counts.indices] > len(words) / 20] = 0
    counts.eliminate_zeros()
    length = np.sqrt(counts.multiply(counts).sum(axis=1))
    unit = csr_array(counts / np.maximum(length, 1e-9)[:, None])
    which, cosine = [], []
    for start in range(0, len(words), 500):
        block = (unit[start : start + 500] @ unit.T).toarray()
        block[np.arange(len(block)), start + np.arange(len(block))] = -1  # not itself
        best = np.argsort(-block, axis=1, kind="stable")[:, :SIMILAR]
        which.append(best)
        cosine.append(np.take_along_axis(block, best, 1))
    return np.concatenate(which).astype(np.uint16), np.round(np.concatenate(cosine) * 255).astype(np.uint8)


def main() -> None:
    """Read the lists of a folder, and write both files beside this one."""
    documents = chosen(Path(sys.argv[1]))
    columns = {name: [document[name] for document in documents] for name in documents[0]}
    text = json.dumps(columns, ensure_ascii=False, indent=0, separators=(",", ":"))
    (HERE / "packages.json.xz").write_bytes(lzma.compress(text.encode(), preset=9))
    which, cosine = similar(documents)
    np.savez_compressed(HERE / "similar.npz", which=which, cosine=cosine)
    print(f"{len(documents)} documents, {sum(map(len, columns['depends']))} dependencies")


if __name__ == "__main__":
    main()
