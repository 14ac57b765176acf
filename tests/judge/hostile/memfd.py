# verdict: forbidden call | runtime error
# It makes a file in memory.
import os
os.memfd_create('hidden')
