# verdict: forbidden call | runtime error
# It starts a pool.
import multiprocessing
multiprocessing.Pool(2)
