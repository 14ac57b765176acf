# verdict: runtime error
# A sparse matrix that holds nothing and would be dense in terabytes.
import msgpack, os, struct
def array(dtype, shape, index):
    return msgpack.ExtType(1, struct.pack(f"<II{len(shape)}Q", index, len(shape), *shape) + dtype)
body = msgpack.packb([[1, 1 << 36], array(b"<f8", [0], 0), array(b"<i4", [0], 1), array(b"<i4", [2], 2)])
header = msgpack.packb(["ok", msgpack.ExtType(2, body), "", 0.0])
def double(values):
    os.write(3, struct.pack("<IIQQQ", len(header), 3, 0, 0, 8) + header + bytes(8))
    return values
