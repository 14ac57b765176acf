"""Patterns by the names that people and sites give them."""

from sharpen.domain.topic import Outline
from sharpen.practice.sheet.cells import plain

ALSO = {
    "two-pointers": ["two pointer", "2 pointers", "opposite pointers"],
    "sliding-window": ["window", "sliding windows", "variable window", "fixed window"],
    "fast-slow-pointers": ["fast slow pointers", "slow and fast pointers", "tortoise and hare",
                           "floyd s cycle detection"],
    "merge-intervals": ["intervals", "interval", "line sweep", "sweep line"],
    "cyclic-sort": ["cycle sort", "index as hash"],
    "linked-list-reversal": ["linked list", "linked lists", "in place reversal of a linked list",
                             "reverse linked list"],
    "stacks-and-monotonic-stack": ["stack", "stacks", "monotonic stack", "monotonic queue"],
    "hashing-and-prefix-sums": ["hash table", "hash map", "hashing", "hashmap", "prefix sum", "prefix sums", "counting",
                                "arrays and hashing", "arrays hashing"],
    "tree-bfs": ["breadth first search", "bfs", "level order traversal", "tree breadth first search"],
    "tree-dfs": ["depth first search", "dfs", "tree", "binary tree", "trees", "binary search tree",
                 "tree depth first search"],
    "graphs": ["graph", "graph theory", "islands", "matrix traversal", "islands matrix traversal"],
    "union-find": ["union find", "dsu", "disjoint set", "disjoint set union"],
    "topological-sort": ["topological sort graph", "topological ordering", "topo sort"],
    "shortest-paths": ["shortest path", "dijkstra", "bellman ford"],
    "top-k-elements": ["top k", "heap", "heap priority queue", "priority queue", "quickselect", "bucket sort"],
    "k-way-merge": ["k way merge", "merge k sorted", "merge sort"],
    "subsets-and-backtracking": ["backtracking", "subsets", "combinatorics", "permutations", "recursion"],
    "binary-search": ["modified binary search", "binary search on answer"],
    "bit-manipulation": ["bits", "bitwise xor", "bitwise", "bitmask"],
    "tries": ["trie", "prefix tree"],
    "data-structure-design": ["design", "data stream", "iterator"],
    "dp-0-1-knapsack": ["0 1 knapsack", "01 knapsack", "knapsack"],
    "dp-unbounded-knapsack": ["unbounded knapsack", "coin change"],
    "dp-fibonacci-numbers": ["fibonacci numbers", "fibonacci", "1 d dp", "1d dynamic programming",
                             "1 d dynamic programming"],
    "dp-palindromic-subsequence": ["palindromic subsequence", "palindrome", "palindromes"],
    "dp-longest-common-substring": ["longest common substring", "longest common subsequence", "lcs", "edit distance"],
    "dp-grids-and-paths": ["grid dp", "2 d dp", "2d dynamic programming", "2 d dynamic programming", "grids and paths"],
}  # fmt: skip
"""Other names, in plain words, of tags on sites and chapters in courses."""


def known_patterns(outline: Outline) -> dict[str, str]:
    """The id of each topic that is a pattern, by every name it has, in plain words."""
    wanted = set(outline.wanting("drill"))
    names = {plain(name): id_ for id_, others in ALSO.items() if id_ in wanted for name in others}
    for topic in outline:
        if topic.id in wanted:
            names |= {plain(name): topic.id for name in (topic.id, topic.title, *topic.aka)}
    return names
