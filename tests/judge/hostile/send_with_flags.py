# verdict: forbidden call
# Sends out of band, which nobody at the other end expects.
import socket
line = socket.socket(fileno=3)
line.send(b"x", socket.MSG_OOB)
def double(values): return values
