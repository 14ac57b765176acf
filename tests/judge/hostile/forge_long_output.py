# verdict: wrong answer
# It says that it printed three megabytes, with the codes that clear a terminal.
import msgpack, os, struct
header = msgpack.packb(["ok", 0, "\x1b[2J" * (3 << 18), 0.0])
message = memoryview(struct.pack("<II", len(header), 0) + header)
def double(values):
    rest = message
    while rest:
        try:
            rest = rest[os.write(3, rest) :]
        except BlockingIOError:
            pass
    return values
