# verdict: forbidden call
# It kills every process it may.
import os
os.kill(-1, 9)
