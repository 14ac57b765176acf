#!/bin/sh
# supermemo2 3.0.1: SM-2 as Wozniak describes it (Optimization of learning, 1990, section 3.2) begins a forgotten item
# again "without changing" its easiness factor. The package lowers the factor at each grade below 3 as well, by up to 0.8
# at once, so that one bad morning brings a card to the least factor, 1.3, and its intervals grow half as fast for good.
# Anki's older scheduler lowers it by 0.2 on purpose; schedules moved between the three do not agree.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check supermemo2==3.0.1
"$dir/venv/bin/python" - <<'PYTHON'
from supermemo2 import first_review, review


def graded(card, quality):
    return review(quality, card["easiness"], card["interval"], card["repetitions"], "2026-01-01 08:00:00")


card = first_review(4, "2026-01-01 08:00:00")
factors = [card["easiness"]]
for quality in (0, 0):
    card = graded(card, quality)
    factors.append(card["easiness"])
print("easiness after grades 4, 0, 0:", [round(factor, 2) for factor in factors])
assert [round(factor, 2) for factor in factors] == [2.5, 1.7, 1.3]
PYTHON
