# verdict: forbidden call
# It reads a system file.
def double(values):
    return open('/etc/passwd').read()
