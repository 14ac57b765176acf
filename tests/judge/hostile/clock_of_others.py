# verdict: forbidden call
# Reads the CPU clocks of other processes.
import os, time
def double(values):
    pid = os.getpid() - 1
    while pid:
        time.clock_gettime((~pid << 3) | 2)
        pid -= 1
    return [2 * v for v in values]
