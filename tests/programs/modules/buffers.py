# Where modules take bytes they take a bytearray and a memoryview, too.
import base64
import binascii
import hashlib
import io
import json
import pickle
import socket
import struct

data = bytearray(b"some data")
view = memoryview(data)
print(base64.b64encode(data), binascii.hexlify(view[:4]), hashlib.sha256(data).hexdigest()[:8])
print(hashlib.sha256(view).hexdigest() == hashlib.sha256(b"some data").hexdigest())
stream = io.BytesIO(data)
stream.seek(0, 2)
stream.write(bytearray(b"++"))
stream.write(memoryview(b"--"))
print(stream.getvalue(), json.loads(bytearray(b"[1, 2]")))
print(pickle.loads(bytearray(pickle.dumps(data))), pickle.loads(pickle.dumps(data, 2)))
buffer = bytearray(8)
struct.pack_into("<HI", buffer, 1, 513, 67305985)
print(buffer, struct.unpack_from("<HI", buffer, 1), struct.unpack("<Q", buffer))
struct.pack_into(">H", memoryview(buffer), 6, 258)
print(buffer)
try:
    struct.pack_into("<Q", buffer, 4, 1)
except struct.error as error:
    print(error)

one, two = socket.socketpair()
one.sendall(bytearray(b"hello"))
target = bytearray(10)
count = two.recv_into(target)
print(count, target)
one.send(memoryview(b"world!")[:5])
print(two.recv_into(memoryview(target)[5:]), target)
one.close()
two.close()
