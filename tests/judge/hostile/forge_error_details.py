# verdict: runtime error
# It reports an error with details of the wrong kind, and with a line that no file has.
import msgpack, os, struct
details = {"name": [1], "why": {}, "kinds": 5, "line": 1 << 63, "traceback": [2]}
header = msgpack.packb(["error", details, ""])
def double(values):
    os.write(3, struct.pack("<II", len(header), 0) + header)
    return values
