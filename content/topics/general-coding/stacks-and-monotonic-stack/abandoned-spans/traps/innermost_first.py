# caught by: The example in the statement
# Returns the places as they come off the stack, the innermost first.
from collections import Counter


def abandoned(events):
    stack, inside, found = [], Counter(), []
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            stack.append(place)
            inside[name] += 1
        elif inside[name]:
            while events[stack[-1]][1] != name:
                inside[events[stack[-1]][1]] -= 1
                found.append(stack.pop())
            inside[name] -= 1
            stack.pop()
    return found
