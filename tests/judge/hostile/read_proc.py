# verdict: forbidden call
# It reads what other processes are.
def double(values):
    return open('/proc/1/cmdline').read()
