#!/bin/sh
# sacrebleu 2.6.0: a corpus of answers that all equal their references has BLEU 0 if none of them has four tokens, since
# there is no 4-gram to match, and the default smoothing ("exp") mends orders without matches, not orders without n-grams.
# The same answers score 100 each by sentence_bleu, which leaves out the orders a sentence is too short for
# (effective_order, off for corpora). Evaluations of short answers (labels, names, entities) then read 0 for perfect.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check sacrebleu==2.6.0
"$dir/venv/bin/python" - <<'PYTHON'
from sacrebleu import corpus_bleu, sentence_bleu
from sacrebleu.metrics import BLEU

ANSWERS = ["Ada Lovelace", "London", "the Analytical Engine"]

whole = corpus_bleu(ANSWERS, [ANSWERS]).score
each = [round(sentence_bleu(answer, [answer]).score, 6) for answer in ANSWERS]
told = round(BLEU(effective_order=True).corpus_score(ANSWERS, [ANSWERS]).score, 6)
print("corpus_bleu:", whole, " sentence_bleu:", each, " corpus with effective_order:", told)
assert (whole, each, told) == (0.0, [100.0] * 3, 100.0)
PYTHON
