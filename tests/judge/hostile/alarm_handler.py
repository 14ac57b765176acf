# verdict: forbidden call
# It asks for a timer.
import signal
signal.setitimer(signal.ITIMER_REAL, 0.01)
