# verdict: runtime error | output limit
# It answers with bytes that are no message.
import os
os.write(3, os.urandom(4096))
def double(values):
    return values
