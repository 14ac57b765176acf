# caught by: Every trace of up to five events
# Pops until the name turns up; a leave from before the trace began abandons everything.
def abandoned(events):
    stack, found = [], []
    for place, (kind, name) in enumerate(events):
        if kind == "enter":
            stack.append(place)
            continue
        while stack and events[stack[-1]][1] != name:
            found.append(stack.pop())
        if stack:
            stack.pop()
    return sorted(found)
