# verdict: output limit
# It answers with 32 MiB.
import numpy as np
def double(values):
    return np.zeros(4 << 20)
