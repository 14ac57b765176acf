# verdict: runtime error
# It nests sets a thousand deep.
import msgpack, os, struct
body = msgpack.packb(0)
for _ in range(1000):
    body = msgpack.packb(msgpack.ExtType(3, body))
header = msgpack.packb(["ok", 0, ""])[:2] + body + msgpack.packb("")
def double(values):
    os.write(3, struct.pack("<II", len(header), 0) + header)
    return values
