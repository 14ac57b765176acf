# verdict: runtime error
# It claims an array of an exabyte.
import msgpack, os, struct
body = struct.pack("<IIQQ", 0, 2, 1 << 39, 1 << 20) + b"<f8"
header = msgpack.packb(["ok", msgpack.ExtType(1, body), "", 0.0])
def double(values):
    os.write(3, struct.pack("<IIQ", len(header), 1, 8) + header + bytes(8))
    return values
