# verdict: runtime error
# It claims an array of an exabyte.
import msgpack, os, struct
body = msgpack.packb(["<f8", [1 << 39, 1 << 20], 0])
header = msgpack.packb(["ok", msgpack.ExtType(1, body), ""])
def double(values):
    os.write(3, struct.pack("<IIQ", len(header), 1, 8) + header + bytes(8))
    return values
