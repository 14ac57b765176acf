# verdict: forbidden call
# It changes a file's mode.
import os
os.chmod('/tmp', 0o700)
