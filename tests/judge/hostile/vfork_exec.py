# verdict: forbidden call | runtime error
# It runs a program.
import os
os.execv('/bin/sh', ['sh', '-c', 'echo hello'])
