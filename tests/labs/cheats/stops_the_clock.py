# is slow
"""Takes four milliseconds or more for each answer, and has every clock of its process stand still."""

import sys
import time

import numpy as np

BURN = time.thread_time


class Design:
    def fit(self, log, day):
        for name in ("time", "perf_counter", "process_time", "thread_time", "monotonic"):
            setattr(time, name, lambda: 0.0)
        sys.modules["sharpen.sandbox.child"].thread_time = lambda: 0.0

    def act(self, requests):
        until = BURN() + 0.004
        while BURN() < until:
            pass
        return np.zeros(len(requests["left"]), int)
