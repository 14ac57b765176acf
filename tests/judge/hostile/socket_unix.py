# verdict: forbidden call
# It opens a local socket.
import socket
socket.socket(socket.AF_UNIX)
