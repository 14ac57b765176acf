# verdict: time limit
# It stops the clocks of its own process and loops.
import time
time.monotonic = time.perf_counter = time.process_time = lambda: 0.0
def double(values):
    while True:
        pass
