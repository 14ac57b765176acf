# verdict: forbidden call
# It makes its parent the owner of its line, to be signalled when something arrives.
import fcntl, os
fcntl.fcntl(3, fcntl.F_SETOWN, os.getpid())
def double(values):
    return values
