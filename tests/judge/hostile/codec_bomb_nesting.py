# verdict: runtime error
# It nests sets a thousand deep.
import msgpack, os, struct
body = msgpack.packb(0)
for _ in range(1000):
    body = msgpack.packb(msgpack.ExtType(3, body))
header = msgpack.packb(["ok", 0, "", 0.0])[:1] + msgpack.packb("ok") + body + msgpack.packb("") + msgpack.packb(0.0)
def double(values):
    os.write(3, struct.pack("<II", len(header), 0) + header)
    return values
