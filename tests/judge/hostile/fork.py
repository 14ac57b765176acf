# verdict: forbidden call
# It starts a process.
import os
os.fork()
