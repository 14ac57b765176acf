# verdict: time limit
# It never ends.
def double(values):
    while True:
        pass
