# verdict: runtime error | forbidden call
# It aborts.
import os
def double(values):
    os.abort()
