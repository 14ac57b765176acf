# verdict: runtime error
# It tells of an error with details of the wrong kind, and with a line that no file has.
import msgpack, os, struct
told = {"name": [1], "why": {}, "kinds": 5, "line": 1 << 63, "traceback": [2]}
header = msgpack.packb(["error", told, ""])
def double(values):
    os.write(3, struct.pack("<II", len(header), 0) + header)
    return values
