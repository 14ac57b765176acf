# verdict: wrong answer
# It writes to the standard streams below Python.
import os
def double(values):
    for _ in range(100):
        os.write(1, b'x' * 65536)
        os.write(2, b'x' * 65536)
    return 0
