# verdict: runtime error
# It reads address zero.
import ctypes
def double(values):
    return ctypes.string_at(0)
