# verdict: runtime error
# It raises SystemExit.
import sys
def double(values):
    sys.exit(0)
