# caught by: Every trace of up to five events
# Remembers which names were ever opened; a second leave of the same name empties the stack.
def abandoned(events):
    stack, seen, found = [], set(), []
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            stack.append(place)
            seen.add(name)
        elif name in seen:
            while stack and events[stack[-1]][1] != name:
                found.append(stack.pop())
            if stack:
                stack.pop()
    return sorted(found)
