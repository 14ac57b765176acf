# verdict: forbidden call
# It uses the other numbering of system calls.
import ctypes
ctypes.CDLL(None).syscall(0x40000000 + 57)
