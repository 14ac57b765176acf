# verdict: forbidden call
# It makes a namespace.
import ctypes
ctypes.CDLL(None).unshare(0x10000000)
