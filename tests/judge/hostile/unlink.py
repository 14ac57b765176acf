# verdict: forbidden call
# It removes a file.
import os
os.unlink('/tmp/sharpen-victim')
