# verdict: wrong answer | runtime error
# Four hundred lists around a number.
def double(values):
    value = 1
    for _ in range(400):
        value = [value]
    return value
