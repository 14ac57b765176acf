# verdict: runtime error
# It recurses without end.
def double(values):
    return double(values)
