# verdict: wrong answer
# It prints without pause, then answers wrongly.
def double(values):
    for _ in range(20000):
        print('x' * 100)
    return 0
