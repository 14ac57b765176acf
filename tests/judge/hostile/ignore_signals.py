# verdict: time limit
# It ignores every signal and loops.
import signal
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
def double(values):
    while True:
        pass
