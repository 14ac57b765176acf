# fails: loading: the class `Design` has no method `act`
"""Has nothing to act with."""

import numpy as np


class Design:
    def fit(self, log, day):
        pass
