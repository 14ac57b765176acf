"""Mistakes in tokenization."""

from tests.content.mistakes import Mistake
from tests.content.ways.tokens import by_replacing_in_text, entries_of_the_tables

MISTAKES = (
    Mistake(
        "tokenization-bpe/pair-count", "words, not their counts", lambda words, pair: sum(pair in w for w in words)
    ),
    Mistake(
        "tokenization-bpe/tokens-of-a-word",
        "the merge learned last goes first",
        lambda word, merges: by_replacing_in_text(word, merges[::-1]),
    ),
    Mistake(
        "tokenization-bpe/share-of-the-tables",
        "one matrix where there are two, or two where there is one",
        lambda vocabulary, width, rest, shared: entries_of_the_tables(vocabulary, width, rest, not shared),
    ),
)
