# verdict: runtime error
# A dict of sixty thousand keys with one hash: each is compared with every one before it.
import msgpack, os, struct
same = (1 << 61) - 1
keys = [msgpack.ExtType(5, (same * k).to_bytes(12, "little", signed=True)) for k in range(60_000)]
header = msgpack.packb(["ok", dict.fromkeys(keys, 0), "", 0.0])
message = memoryview(struct.pack("<II", len(header), 0) + header)
def double(values):
    rest = message
    while rest:
        try:
            rest = rest[os.write(3, rest) :]
        except BlockingIOError:
            pass
    return values
