# verdict: forbidden call
# It kills whoever started it.
import os, signal
os.kill(os.getppid(), signal.SIGKILL)
