"""Tokenization: byte pair encoding."""

import re

from tests.content.recomputing import another_way, another_way_from_call, sizes


@another_way("tokenization-bpe", "pair_count", "draw_words")
def counted_in_the_text(words: dict[str, int], pair: str) -> int:
    text = " ".join(" ".join([word] * count) for word, count in words.items())
    return len(re.findall(f"(?={pair})", text))


@another_way("tokenization-bpe", "tokens_of_a_word", "draw_encoding")
def by_replacing_in_text(word: str, merges: list[tuple[str, str]]) -> int:
    text = "".join(f"<{letter}>" for letter in word)
    while True:
        for one, other in merges:
            after = text.replace(f"<{one}><{other}>", f"<{one}{other}>")
            if after != text:
                text = after
                break
        else:
            return text.count("<")


@another_way_from_call("tokenization-bpe", "share_of_the_tables", "table_share")
def entries_of_the_tables(vocabulary: int, width: int, rest: int, shared: bool) -> float:
    tables = sizes(*[(vocabulary, width)] * (2 - shared))
    return 100 - 100 * rest / (rest + tables)
