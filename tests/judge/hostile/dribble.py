# verdict: time limit
# It sends one byte at a time and sleeps.
import os, time
def double(values):
    while True:
        os.write(3, b"\x01")
        time.sleep(0.5)
