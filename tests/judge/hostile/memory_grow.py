# verdict: memory limit
# It grows a list without end.
def double(values):
    grown = []
    while True:
        grown.append(bytearray(1 << 20))
