#!/bin/sh
# fsrs-rs-python 0.9.3: reviews of a card after its 64th change the fitted parameters.
# The optimizer of py-fsrs 6.3 looks at the first 64 reviews of a card only, so the two fit the same history to
# different parameters wherever a card was reviewed more often than that.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check fsrs-rs-python==0.9.3
"$dir/venv/bin/python" - <<'PYTHON'
import random

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview


def history(length, lapse_after):
    """40 cards, reviewed every few days; after so many reviews they are mostly forgotten."""
    rng, items = random.Random(1), []
    for _ in range(40):
        reviews = [FSRSReview(3, 0)]
        for number in range(1, length):
            chance = 0.1 if number < lapse_after else 0.9
            reviews.append(FSRSReview(1 if rng.random() < chance else 3, rng.randint(1, 9)))
            items.append(FSRSItem(list(reviews)))
    return items


def fitted(items):
    return FSRS(DEFAULT_PARAMETERS).compute_parameters(items)


steady, late = fitted(history(80, 999)), fitted(history(80, 64))
first_64 = fitted([item for item in history(80, 64) if len(item.reviews) <= 64])
print("remembered throughout:       ", [round(x, 3) for x in steady[:6]])
print("forgotten from the 65th on:  ", [round(x, 3) for x in late[:6]])
print("the same, first 64 of each:  ", [round(x, 3) for x in first_64[:6]])
assert max(abs(a - b) for a, b in zip(late, first_64)) > 0.05
PYTHON
