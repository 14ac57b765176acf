# verdict: runtime error
# A message of megabytes with the codes that clear a terminal.
def double(values):
    raise ValueError("\x1b[2J" * (1 << 19))
