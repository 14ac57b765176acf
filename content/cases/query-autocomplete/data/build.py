"""How `queries.csv` came about: pairs of words from symspellpy's counts of bigrams, where our lessons have both words.

    python build.py BIGRAMS CONTENT > queries.csv

BIGRAMS is `frequency_bigramdictionary_en_243_342.txt` of symspellpy 6.9.0, CONTENT this project's folder of that name.
"""

import re
import sys
from collections import Counter
from pathlib import Path

COMMON = """
a about all also an and any are as at be been but by can could do does for from had has have he her him his i
if in into is it its may me more my no not of on only or other our out she should so some such than that the
their them then there these they this those to up us was we were what when which who will with would you your
"""
MOST, SHORTEST, LONGEST = 12_000, 7, 24


def main() -> None:
    """Print a query and its count per line, the most frequent first."""
    bigrams, content = map(Path, sys.argv[1:])
    counts = Counter(
        word for path in content.rglob("*.md") for word in re.findall("[a-z]{2,}", path.read_text().lower())
    )
    known = {word for word, count in counts.items() if count > 1} - set(COMMON.split())
    kept = []
    for line in bigrams.read_text("utf-8-sig").splitlines():
        *words, count = line.split()
        if known.issuperset(words) and SHORTEST <= len(" ".join(words)) <= LONGEST:
            kept.append((int(count), " ".join(words)))
    for count, query in sorted(kept, reverse=True)[:MOST]:
        print(f"{query},{count}")


if __name__ == "__main__":
    main()
