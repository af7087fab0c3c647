# Names and addresses: hosts, services, bytes of addresses, what sockets and errors are called.

import errno
import socket

ERRORS = (OSError, TypeError, ValueError, OverflowError)


def show(function, *arguments):
    try:
        print(function.__name__, arguments, function(*arguments))
    except ERRORS as error:
        print(function.__name__, arguments, type(error).__name__, error)


for host in ("localhost", "", "127.0.0.1", "127.1", "<broadcast>", "0x7f.1", "nowhere.invalid", 5):
    show(socket.gethostbyname, host)
for text in ("1.2.3.4", "1.2", "1.2.3.4.5", "x", "", 5):
    show(socket.inet_aton, text)
for data in (b"\1\2\3\4", b"\1\2\3", "abcd"):
    show(socket.inet_ntoa, data)
for text in ("1.2.3.4", "1.2", "01.2.3.4", "256.1.1.1"):
    show(socket.inet_pton, socket.AF_INET, text)
for text in ("::1", "::", "1:2::3", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1::2::3", "12345::", "1:2"):
    show(socket.inet_pton, socket.AF_INET6, text)
for data in (bytes(16), bytes(15) + b"\1", bytes([0, 1, 0, 0, 0, 0, 0, 2] + [0] * 8), bytes(10) + b"\xff\xff\1\2\3\4", b"1"):
    show(socket.inet_ntop, socket.AF_INET6, data)
show(socket.inet_ntop, 99, b"1")
for number in (1, 65535, 65536, -1):
    show(socket.htons, number)
for number in (1, 0xFFFFFFFF, 1 << 32, -1):
    show(socket.htonl, number)
print(socket.ntohs(socket.htons(4660)), socket.ntohl(socket.htonl(123456)))
show(socket.getservbyname, "http")
show(socket.getservbyport, 443)
show(socket.getservbyname, "nothing")
show(socket.getprotobyname, "udp")
for arguments in (("localhost", 80), ("127.0.0.1", "80", 0, socket.SOCK_STREAM), (None, 80, socket.AF_INET, socket.SOCK_DGRAM, 0, socket.AI_PASSIVE), ("127.0.0.1", "nothing"), (None, None), ("localhost", 80, 99)):
    show(socket.getaddrinfo, *arguments)
show(socket.getnameinfo, ("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV)
show(socket.gethostbyname_ex, "localhost")
show(socket.getfqdn, "localhost")

# Constants, classes, defaults.
print(repr(socket.AF_INET), socket.AF_INET, socket.AF_INET == 2, repr(socket.SOCK_DGRAM), repr(socket.MSG_PEEK))
print(socket.AddressFamily(1), repr(socket.SocketKind(1)), socket.AF_UNIX.name, socket.AF_UNIX.value)
print(socket.error is OSError, socket.timeout is TimeoutError, socket.gaierror.__mro__[1], socket.SOL_SOCKET, socket.SHUT_RDWR)
with socket.socket() as sock:
    print(repr(sock.family), repr(sock.type), sock.proto, sock.gettimeout(), sock.getblocking())
    print(sock.getsockname(), sock.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
    for name in (socket.SO_REUSEADDR, socket.SO_KEEPALIVE, socket.SO_BROADCAST):
        before = sock.getsockopt(socket.SOL_SOCKET, name)
        sock.setsockopt(socket.SOL_SOCKET, name, 7)
        print(before, sock.getsockopt(socket.SOL_SOCKET, name))
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 10000)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
    print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF), sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
    print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))
    show(sock.setsockopt, 99, 2, 1)
    for value in (-1, "a", 2.5, None):
        show(sock.settimeout, value)
    for function, value in ((sock.connect, "x"), (sock.connect, ("127.0.0.1",)), (sock.bind, ("127.0.0.1", "80")), (sock.bind, ("127.0.0.1", 70000)), (sock.connect, (5, 80)), (sock.bind, ("8.8.8.8", 0)), (sock.send, "text"), (sock.send, b"x"), (sock.recv, -1), (sock.recv, 10)):
        show(function, value)
    for function in (sock.accept, sock.getpeername):
        show(function)
    show(sock.shutdown, socket.SHUT_RD)
    show(sock.connect, ("127.0.0.1", 1))
    print(str(sock).replace(str(sock.fileno()), "N").split(", laddr")[0])
print(sock)
for function in (sock.getsockname, sock.listen, sock.accept, sock.fileno, sock.detach):
    show(function)
show(sock.send, b"x")
for arguments in ((99,), (socket.AF_INET, 99), (socket.AF_INET, socket.SOCK_STREAM, 17), ("a",)):
    show(socket.socket, *arguments)
try:
    socket.create_connection(("127.0.0.1", 1))
except OSError as error:
    print(type(error).__name__, error, error.errno == errno.ECONNREFUSED)

# Numbers of errors.
print(errno.ECONNREFUSED, errno.EAGAIN, errno.EWOULDBLOCK, errno.EADDRINUSE, errno.ENOTCONN)
print(errno.errorcode[111], errno.errorcode[11], errno.errorcode[98], len(errno.errorcode))
for number in (errno.EPIPE, errno.ECONNRESET, errno.ECONNABORTED, errno.ETIMEDOUT, errno.EINPROGRESS, errno.EACCES, errno.EBADF):
    print(type(OSError(number, "text")).__name__, end=" ")
print()
