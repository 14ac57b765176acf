# verdict: time limit
# It sleeps.
import time
def double(values):
    time.sleep(3600)
