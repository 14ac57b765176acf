# verdict: runtime error
# It is no Python.
def double(values:
