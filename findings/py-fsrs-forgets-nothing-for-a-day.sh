#!/bin/sh
# fsrs (py-fsrs) 6.3.2: Scheduler.get_card_retrievability counts whole days since the last review, so that recall is
# exactly 1.0 until 24 hours have passed and then falls in steps, although the forgetting curve of FSRS is smooth in time.
# Cards in learning, which are due again after minutes, are "remembered for certain" whenever they are asked. A queue
# ordered by it cannot tell the cards of a day apart. Reviewed at 23:00, a card is still 1.0 at 22:59 the next day.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check fsrs==6.3.2
"$dir/venv/bin/python" - <<'PYTHON'
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler

reviewed = datetime(2026, 1, 1, 23, tzinfo=UTC)
scheduler = Scheduler(enable_fuzzing=False)
card, _ = scheduler.review_card(Card(), Rating.Hard, reviewed)
recall = {}
for hours in (0.1, 12, 23.9, 24.1, 47.9, 48.1):
    recall[hours] = scheduler.get_card_retrievability(card, reviewed + timedelta(hours=hours))
    print(f"after {hours:4} hours {recall[hours]:.4f}")
assert recall[0.1] == recall[12] == recall[23.9] == 1.0
assert 1.0 > recall[24.1] == recall[47.9] > recall[48.1]
PYTHON
