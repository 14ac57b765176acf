# verdict: forbidden call
# It chooses the signal that the owner of its line gets: SIGKILL.
import fcntl
fcntl.fcntl(3, 10, 9)
def double(values):
    return values
