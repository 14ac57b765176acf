# verdict: forbidden call
# It lists the network interfaces.
import fcntl
fcntl.ioctl(3, 0x8912, bytes(40))
def double(values):
    return values
