# verdict: runtime error
# An array of text whose characters are none.
import msgpack, os, struct
body = msgpack.packb(["<U1", [3], 0])
header = msgpack.packb(["ok", msgpack.ExtType(1, body), ""])
def double(values):
    os.write(3, struct.pack("<IIQ", len(header), 1, 12) + header + b"\xff" * 12)
    return values
