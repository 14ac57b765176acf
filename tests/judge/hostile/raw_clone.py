# verdict: forbidden call
# It starts a process through the raw system call.
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
def double(values):
    if libc.syscall(56, 17, 0, 0, 0, 0) < 0:
        raise PermissionError(ctypes.get_errno(), "clone")
