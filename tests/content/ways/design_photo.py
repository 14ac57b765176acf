"""Photos, parts of a graph, people in a graph, and pages of the web."""

from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, sizes

# Searching photos


@another_way("photo-search", "depth_of_a_filter", "draw_owner")
def where_a_drawing_holds_enough(millions: int, own: int, wanted: int) -> float:
    """Results are drawn from all photos without putting back; the smallest drawing with enough in the mean."""
    from scipy.stats import hypergeom

    low, high = 1, millions * 10**6
    while low < high:
        middle = (low + high) // 2
        enough = hypergeom(millions * 10**6, own, middle).mean() > wanted - 1e-9
        low, high = (low, middle) if enough else (middle + 1, high)
    return low


@another_way("photo-search", "bytes_saved", "draw_index")
def arrays_of_two_indexes(millions: int, numbers: int, links: int, code: int) -> float:
    rows = millions * 10**6
    graph = np.dtype([("vector", np.float32, numbers), ("links", np.uint32, links)])
    codes = np.dtype([("code", np.uint8, code), ("id", np.uint64)])
    return sizes((rows, graph.itemsize)) / sizes((rows, codes.itemsize))


@another_way("photo-search", "compared_in_a_cell", "draw_cells")
def every_photo_as_a_query(cells: list[int]) -> float:
    """Each thousand photos stands for a query, which compares all photos of its cell."""
    cell = np.repeat(np.arange(len(cells)), cells)
    return float(1000 * (cell[:, None] == cell[None, :]).sum(axis=1).mean())


# Partitioning graphs


@another_way("graph-partitioning", "parts_touched", "draw_friends")
def friend_by_friend(parts: int, friends: int) -> float:
    """A chain over the number of parts with a friend in them."""
    touched = np.arange(parts + 1)
    step = np.diag(touched / parts) + np.diag(1 - touched[:-1] / parts, k=1)
    return float(np.linalg.matrix_power(step, friends)[0] @ touched)


@another_way("graph-partitioning", "score_of_a_stream", "draw_stream")
def over_free_places(neighbors: list[int], sizes_of: list[int], room: int) -> float:
    """Each free place of a part counts the node's neighbors there."""
    free = [sum(1 for place in range(room) if place >= size) for size in sizes_of]
    return float(max(np.array(free) / room * np.array(neighbors)))


@another_way("graph-partitioning", "cut_of_blocks", "draw_grid")
def counted_on_the_grid(side: int, blocks: int) -> float:
    line = np.arange(side) // (side // blocks)
    part = line[:, None] * blocks + line[None, :]
    cut = np.concatenate([(part[1:] != part[:-1]).ravel(), (part[:, 1:] != part[:, :-1]).ravel()])
    return float(cut.mean())


# Searching a social graph


@another_way("social-graph-search", "friends_of_a_friend", "draw_groups")
def over_all_ends(shares: list[int], friends: list[int]) -> float:
    """A hundred people, and for each end of a friendship the number of friends of whoever is there."""
    degree = np.repeat(friends, shares)
    return float(np.repeat(degree, degree).mean())


@another_way("social-graph-search", "adamic_adar", "draw_common")
def on_a_graph(friends: list[int]) -> float:
    """Ana, Ben, three who know both, and for each of these as many others as they need."""
    others = [count - 2 for count in friends]
    ties = np.zeros((5 + sum(others), 5 + sum(others)))
    owner = np.repeat([2, 3, 4], others)
    ties[owner, 5 + np.arange(len(owner))] = 1
    ties[:2, 2:5] = 1
    ties += ties.T
    degree = ties.sum(axis=0)
    weight = np.diag(np.divide(1, np.log(degree), out=np.zeros_like(degree), where=degree > 1))
    return float(ties[0] @ weight @ ties[:, 1])


@another_way("social-graph-search", "reads_of_the_database", "draw_reads")
def through_two_tiers(millions: int, followers: int, leaders: int) -> float:
    """The chance that a read ends at the database, as an absorbing chain."""
    passed = np.array([[0, 1 - followers / 100], [0, 0]])
    ends = np.array([0, 1 - leaders / 100])
    return round(float(np.linalg.solve(np.eye(2) - passed, ends)[0]) * millions * 10**6)


# Web search


@another_way("web-search", "freshness", "draw_changes")
def integrated_over_a_visit(change: int, visit: int) -> float:
    from scipy.integrate import quad
    from scipy.stats import poisson

    return float(100 * quad(lambda since: poisson.pmf(0, since / change), 0, visit)[0] / visit)


@another_way("web-search", "met_in_a_band", "draw_bands")
def band_by_band(tenths: int, rows: int, bands: int) -> float:
    """The first band that agrees is one of them: chances added up, exactly."""
    agrees = Fraction(tenths, 10) ** rows
    met, left = Fraction(0), Fraction(1)
    for _ in range(bands):
        met, left = met + left * agrees, left - left * agrees
    return float(100 * met)


@another_way("web-search", "allowed_to_be_late", "draw_shards")
def where_enough_are_on_time(shards: int, percent: int) -> float:
    from scipy.optimize import brentq
    from scipy.stats import binom

    return float(1e6 * brentq(lambda late: binom.pmf(0, shards, late) - percent / 100, 0, 0.9, xtol=1e-15))
