# verdict: forbidden call
# It becomes root.
import os
os.setuid(0)
