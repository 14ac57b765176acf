# verdict: forbidden call
# It reads the parent's memory.
import ctypes, os
ctypes.CDLL(None).process_vm_readv(os.getppid(), 0, 0, 0, 0, 0)
