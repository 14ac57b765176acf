# verdict: runtime error
# It closes everything.
import os
os.closerange(0, 1024)
def double(values):
    return values
