# verdict: memory limit
# A huge array, touched.
import numpy as np
def double(values):
    return np.ones(1 << 30)
