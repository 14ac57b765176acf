# verdict: runtime error
# A sparse matrix that holds nothing and would be dense in terabytes.
import msgpack, os, struct
def array(dtype, shape, index):
    return msgpack.ExtType(1, msgpack.packb([dtype, shape, index]))
body = msgpack.packb([[1, 1 << 36], array("<f8", [0], 0), array("<i4", [0], 1), array("<i4", [2], 2)])
header = msgpack.packb(["ok", msgpack.ExtType(2, body), ""])
def double(values):
    os.write(3, struct.pack("<IIQQQ", len(header), 3, 0, 0, 8) + header + bytes(8))
    return values
