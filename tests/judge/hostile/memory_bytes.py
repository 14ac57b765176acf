# verdict: memory limit
# It takes 4 GiB at once.
def double(values):
    return bytearray(4 << 30)
