# verdict: runtime error
# A thousand arrays that are all the same three megabytes: copied once each, they fill any memory.
import msgpack, os, struct
part = msgpack.ExtType(1, struct.pack("<IIQ", 0, 1, 3 << 20) + b"|u1")
header = msgpack.packb(["ok", [part] * 1000, "", 0.0])
message = memoryview(struct.pack("<IIQ", len(header), 1, 3 << 20) + header + bytes(3 << 20))
def double(values):
    rest = message
    while rest:
        try:
            rest = rest[os.write(3, rest) :]
        except BlockingIOError:
            pass
    return values
