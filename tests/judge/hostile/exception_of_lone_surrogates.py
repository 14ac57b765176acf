# verdict: runtime error
# It raises half a character.
def double(values):
    raise ValueError("\ud800")
