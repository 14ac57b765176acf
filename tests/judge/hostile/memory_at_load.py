# verdict: memory limit
# It takes memory before it is called.
BIG = [bytearray(1 << 20) for _ in range(1 << 14)]
def double(values):
    return values
