# verdict: memory limit | time limit | runtime error
# It catches every MemoryError and goes on.
def double(values):
    kept = []
    while True:
        try:
            kept.append(bytearray(1 << 20))
        except MemoryError:
            pass
