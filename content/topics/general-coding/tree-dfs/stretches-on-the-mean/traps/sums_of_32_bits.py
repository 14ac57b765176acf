# caught by: The smallest and the largest values, and sums that wrap around
# Keeps sums in 32 bits, where one of 4,294,967,296 is 0.
from collections import Counter


def stretches(root, mean):
    above = Counter({0: 1})
    found = 0
    stack = [(root, 0)] if root else []
    while stack:
        node, total = stack.pop()
        if node is None:
            above[total] -= 1
            continue
        total = (total + node.value - mean) % 2**32
        found += above[total]
        above[total] += 1
        stack.append((None, total))
        stack += [(child, total) for child in (node.left, node.right) if child]
    return found


class TreeNode:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right
