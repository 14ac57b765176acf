# verdict: forbidden call | runtime error
# It spawns a program.
import os
os.posix_spawn('/bin/true', ['true'], {})
