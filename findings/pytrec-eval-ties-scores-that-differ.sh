#!/bin/sh
# pytrec_eval-terrier 0.5.11: a run's scores are Python floats, but are kept as 32-bit ones, so that scores which differ
# only after the seventh digit are ties; and ties are broken by the document's id, the greatest first, whatever the run
# says. Scores that are times in seconds (ranking by recency) or log probabilities with a large offset lose their order,
# and the same ranking is perfect or second by how its documents are called.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check pytrec_eval-terrier==0.5.11
"$dir/venv/bin/python" - <<'PYTHON'
from pytrec_eval import RelevanceEvaluator


def reciprocal_rank(relevant, other, scores):
    evaluator = RelevanceEvaluator({"q": {relevant: 1, other: 0}}, {"recip_rank"})
    return evaluator.evaluate({"q": dict(zip((relevant, other), scores))})["q"]["recip_rank"]


newer_first = (1_790_000_001.0, 1_790_000_000.0)
found = {
    "far apart": reciprocal_rank("a", "b", (2.0, 1.0)),
    "a second apart, the newer called a": reciprocal_rank("a", "b", newer_first),
    "a second apart, the newer called z": reciprocal_rank("z", "b", newer_first),
}
for what, rank in found.items():
    print(f"{what:36} {rank}")
assert list(found.values()) == [1.0, 0.5, 1.0]
PYTHON
