# verdict: runtime error
# It ends the process in the middle of a call.
import os
def double(values):
    os._exit(0)
