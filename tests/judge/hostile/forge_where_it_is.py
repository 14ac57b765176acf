# verdict: time limit
# Asked where it is when its time is up, it talks without end instead.
import os
import signal


def flood(_number, _frame):
    while True:
        os.write(3, b"\xff" * 65536)


signal.signal(signal.SIGUSR1, flood)


def double(values):
    while True:
        pass
