# verdict: forbidden call | runtime error
# It runs a program the usual way.
import subprocess
subprocess.run(['true'])
