# verdict: forbidden call
# It goes around the system calls.
import ctypes
ctypes.CDLL(None).syscall(425, 8, 0)
