#!/bin/sh
# rank-bm25 0.2.2, BM25Okapi: a word that stands in more than half of the documents has a negative idf, which is replaced
# by a quarter of the mean idf, meant as a small positive floor. In a small corpus of frequent words that mean is
# negative itself, and so is the floor: a document that holds the word of the query scores below one that does not.
# Lucene's idf, log(1 + (N - n + 0.5) / (n + 0.5)), cannot be negative.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check rank-bm25==0.2.2
"$dir/venv/bin/python" - <<'PYTHON'
from rank_bm25 import BM25Okapi

DOCUMENTS = ["precision recall", "precision recall", "precision recall", "precision threshold"]

index = BM25Okapi([document.split() for document in DOCUMENTS])
scores = index.get_scores(["recall"])
for document, score in zip(DOCUMENTS, scores):
    print(f"{score:7.3f}  {document}")
assert list(scores.round(3)) == [-0.183, -0.183, -0.183, 0.0]
assert index.get_top_n(["recall"], DOCUMENTS, 1) == ["precision threshold"], "the one document without the word"
PYTHON
