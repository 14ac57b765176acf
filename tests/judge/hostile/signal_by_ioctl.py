# verdict: forbidden call
# The same by another door: FIOSETOWN.
import fcntl, os, struct
fcntl.ioctl(3, 0x8901, struct.pack("i", os.getpid()))
def double(values):
    return values
