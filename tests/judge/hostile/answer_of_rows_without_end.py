# verdict: runtime error
# It claims an array of a trillion rows with nothing in them.
import msgpack, os, struct
body = struct.pack("<IIQQ", 0, 2, 1 << 39, 0) + b"<f8"
header = msgpack.packb(["ok", msgpack.ExtType(1, body), "", 0.0])
def double(values):
    os.write(3, struct.pack("<IIQ", len(header), 1, 0) + header)
    return values
