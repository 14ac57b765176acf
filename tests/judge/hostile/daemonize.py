# verdict: forbidden call
# It leaves the session.
import os
os.setsid()
os.fork()
