# verdict: memory limit
# It fills memory with small objects: nothing is left to say so with.
def double(values):
    grown = []
    while True:
        grown.append(dict.fromkeys(range(50)))
