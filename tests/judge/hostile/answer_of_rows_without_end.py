# verdict: runtime error
# It claims an array of a trillion rows with nothing in them.
import msgpack, os, struct
body = msgpack.packb(["<f8", [1 << 39, 0], 0])
header = msgpack.packb(["ok", msgpack.ExtType(1, body), ""])
def double(values):
    os.write(3, struct.pack("<IIQ", len(header), 1, 0) + header)
    return values
