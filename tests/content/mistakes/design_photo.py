"""Mistakes on photos, parts of a graph, people in a graph, and pages of the web."""

from math import exp, log2, prod
from statistics import mean

from tests.content.mistakes import Mistake


def most_neighbors(neighbors: list[int], sizes: list[int], room: int) -> float:
    most = neighbors.index(max(neighbors))
    return neighbors[most] * (1 - sizes[most] / room)


def mean_person(shares: list[int], friends: list[int]) -> float:
    return sum(share * count for share, count in zip(shares, friends, strict=True)) / 100


def hits_added_up(millions: int, followers: int, leaders: int) -> float:
    """As if both answered their shares of all reads."""
    return max(0, 100 - followers - leaders) * millions * 10**4


def is_half(_: int, __: int, leaders: int) -> bool:
    return leaders == 50


def is_short(change: int, visit: int) -> bool:
    """A copy that is hardly ever changed twice."""
    return visit <= change / 3


def upside_down(change: int, visit: int) -> float:
    return 100 * (1 - exp(-change / visit)) * visit / change


def met(tenths: int, rows: int, bands: int) -> float:
    return 100 * (1 - (1 - (tenths / 10) ** rows) ** bands)


MISTAKES = (
    Mistake("photo-search/depth-of-a-filter", "only yours count", lambda _, own, wanted: wanted * own),
    Mistake("photo-search/depth-of-a-filter", "the share alone", lambda millions, own, _: millions * 10**6 // own),
    Mistake("photo-search/bytes-saved", "no links", lambda _, numbers, __, code: 4 * numbers / (code + 8)),
    Mistake("photo-search/bytes-saved", "no id", lambda _, numbers, links, code: 4 * (numbers + links) / code),
    Mistake("photo-search/bytes-saved", "a byte a number", lambda _, n, links, code: (n + 4 * links) / (code + 8)),
    Mistake("photo-search/compared-in-a-cell", "the mean cell", lambda cells: 1000 * mean(cells)),
    Mistake("photo-search/compared-in-a-cell", "the largest cell", lambda cells: 1000 * max(cells)),
    Mistake("graph-partitioning/parts-touched", "one each", lambda parts, friends: min(parts, friends)),
    Mistake("graph-partitioning/parts-touched", "those that are remote", lambda k, friends: friends * (k - 1) / k),
    Mistake("graph-partitioning/score-of-a-stream", "where most neighbors are", most_neighbors),
    Mistake("graph-partitioning/score-of-a-stream", "not discounted", lambda neighbors, *_: max(neighbors)),
    Mistake("graph-partitioning/cut-of-blocks", "as if hashed", lambda _, blocks: 1 - 1 / blocks**2),
    Mistake("graph-partitioning/cut-of-blocks", "lines of nodes", lambda side, blocks: blocks / side),
    Mistake("graph-partitioning/cut-of-blocks", "one direction", lambda side, blocks: (blocks - 1) / (2 * side - 2)),
    Mistake("social-graph-search/friends-of-a-friend", "the mean person", mean_person),
    Mistake("social-graph-search/adamic-adar", "one each", lambda friends: len(friends)),
    Mistake("social-graph-search/adamic-adar", "binary logarithm", lambda friends: sum(1 / log2(d) for d in friends)),
    Mistake("social-graph-search/adamic-adar", "no logarithm", lambda friends: sum(1 / d for d in friends)),
    Mistake("social-graph-search/reads-of-the-database", "hits added up", hits_added_up),
    Mistake(
        "social-graph-search/reads-of-the-database", "hits go on", lambda m, f, h: m * (100 - f) * h * 100, is_half
    ),
    Mistake("web-search/freshness", "just before the visit", lambda change, visit: 100 * exp(-visit / change)),
    Mistake("web-search/freshness", "a line", lambda change, visit: 100 - 50 * visit / change, is_short),
    Mistake("web-search/freshness", "upside down", upside_down),
    Mistake("web-search/met-in-a-band", "one band", lambda tenths, rows, _: 100 * (tenths / 10) ** rows),
    Mistake("web-search/met-in-a-band", "all hashes", lambda tenths, *sizes: 100 * (tenths / 10) ** prod(sizes)),
    Mistake("web-search/met-in-a-band", "exchanged", lambda tenths, rows, bands: met(tenths, bands, rows)),
    Mistake("web-search/allowed-to-be-late", "every shard as the query", lambda _, percent: 1e4 * (100 - percent)),
    Mistake("web-search/allowed-to-be-late", "divided", lambda shards, percent: 1e4 * (100 - percent) / shards),
)
