# verdict: runtime error
# An array of text whose characters are none.
import msgpack, os, struct
body = struct.pack("<IIQ", 0, 1, 3) + b"<U1"
header = msgpack.packb(["ok", msgpack.ExtType(1, body), "", 0.0])
def double(values):
    os.write(3, struct.pack("<IIQ", len(header), 1, 12) + header + b"\xff" * 12)
    return values
