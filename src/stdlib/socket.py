# socket: sockets of the machine's loopback network. This machine is localhost and 127.x.y.z; no other can be reached.

import _netdata
import _network
from time import monotonic as _monotonic

error = OSError
timeout = TimeoutError
has_ipv6 = False
SOMAXCONN = 4096


class _Member:
    # A member of a class of numbers with names, as an attribute of the class.
    def __init__(self, name):
        self._member_name = name

    def __get__(self, owner, kind=None):
        return _members[(kind, self._member_name)]


class _Named(int):
    def __new__(cls, value):
        member = _members.get((cls, int(value)))
        if member is None:
            raise ValueError(f"{value!r} is not a valid {cls.__name__}")
        return member

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {int(self)}>"

    def __str__(self):
        return int.__repr__(self)

    @property
    def name(self):
        return _members[(type(self), "names", int(self))]

    @property
    def value(self):
        return int(self)


class AddressFamily(_Named):
    AF_UNSPEC = _Member("AF_UNSPEC")
    AF_UNIX = _Member("AF_UNIX")
    AF_INET = _Member("AF_INET")
    AF_INET6 = _Member("AF_INET6")


class SocketKind(_Named):
    SOCK_STREAM = _Member("SOCK_STREAM")
    SOCK_DGRAM = _Member("SOCK_DGRAM")
    SOCK_RAW = _Member("SOCK_RAW")
    SOCK_RDM = _Member("SOCK_RDM")
    SOCK_SEQPACKET = _Member("SOCK_SEQPACKET")
    SOCK_NONBLOCK = _Member("SOCK_NONBLOCK")
    SOCK_CLOEXEC = _Member("SOCK_CLOEXEC")


class MsgFlag(_Named):
    MSG_OOB = _Member("MSG_OOB")
    MSG_PEEK = _Member("MSG_PEEK")
    MSG_DONTROUTE = _Member("MSG_DONTROUTE")
    MSG_TRUNC = _Member("MSG_TRUNC")
    MSG_DONTWAIT = _Member("MSG_DONTWAIT")
    MSG_WAITALL = _Member("MSG_WAITALL")
    MSG_NOSIGNAL = _Member("MSG_NOSIGNAL")


class AddressInfo(_Named):
    AI_PASSIVE = _Member("AI_PASSIVE")
    AI_CANONNAME = _Member("AI_CANONNAME")
    AI_NUMERICHOST = _Member("AI_NUMERICHOST")
    AI_V4MAPPED = _Member("AI_V4MAPPED")
    AI_ALL = _Member("AI_ALL")
    AI_ADDRCONFIG = _Member("AI_ADDRCONFIG")
    AI_NUMERICSERV = _Member("AI_NUMERICSERV")


# Members by their classes and names or values, and names by values.
_members = vm_frozen({})


def _make(kind, **values):
    for name, value in values.items():
        _members[(kind, name)] = _members[(kind, value)] = int.__new__(kind, value)
        _members[(kind, "names", value)] = name


_make(
    AddressFamily,
    AF_UNSPEC=0,
    AF_UNIX=1,
    AF_INET=2,
    AF_INET6=10,
)
_make(
    SocketKind,
    SOCK_STREAM=1,
    SOCK_DGRAM=2,
    SOCK_RAW=3,
    SOCK_RDM=4,
    SOCK_SEQPACKET=5,
    SOCK_NONBLOCK=2048,
    SOCK_CLOEXEC=524288,
)
_make(
    MsgFlag,
    MSG_OOB=1,
    MSG_PEEK=2,
    MSG_DONTROUTE=4,
    MSG_TRUNC=32,
    MSG_DONTWAIT=64,
    MSG_WAITALL=256,
    MSG_NOSIGNAL=16384,
)
_make(
    AddressInfo,
    AI_PASSIVE=1,
    AI_CANONNAME=2,
    AI_NUMERICHOST=4,
    AI_V4MAPPED=8,
    AI_ALL=16,
    AI_ADDRCONFIG=32,
    AI_NUMERICSERV=1024,
)

AF_UNSPEC = AddressFamily.AF_UNSPEC
AF_UNIX = AddressFamily.AF_UNIX
AF_INET = AddressFamily.AF_INET
AF_INET6 = AddressFamily.AF_INET6
SOCK_STREAM = SocketKind.SOCK_STREAM
SOCK_DGRAM = SocketKind.SOCK_DGRAM
SOCK_RAW = SocketKind.SOCK_RAW
SOCK_RDM = SocketKind.SOCK_RDM
SOCK_SEQPACKET = SocketKind.SOCK_SEQPACKET
SOCK_NONBLOCK = SocketKind.SOCK_NONBLOCK
SOCK_CLOEXEC = SocketKind.SOCK_CLOEXEC
MSG_OOB = MsgFlag.MSG_OOB
MSG_PEEK = MsgFlag.MSG_PEEK
MSG_DONTROUTE = MsgFlag.MSG_DONTROUTE
MSG_TRUNC = MsgFlag.MSG_TRUNC
MSG_DONTWAIT = MsgFlag.MSG_DONTWAIT
MSG_WAITALL = MsgFlag.MSG_WAITALL
MSG_NOSIGNAL = MsgFlag.MSG_NOSIGNAL
AI_PASSIVE = AddressInfo.AI_PASSIVE
AI_CANONNAME = AddressInfo.AI_CANONNAME
AI_NUMERICHOST = AddressInfo.AI_NUMERICHOST
AI_V4MAPPED = AddressInfo.AI_V4MAPPED
AI_ALL = AddressInfo.AI_ALL
AI_ADDRCONFIG = AddressInfo.AI_ADDRCONFIG
AI_NUMERICSERV = AddressInfo.AI_NUMERICSERV

SHUT_RD = 0
SHUT_WR = 1
SHUT_RDWR = 2

SOL_SOCKET = 1
SOL_IP = 0
SOL_TCP = 6
SOL_UDP = 17
IPPROTO_IP = 0
IPPROTO_ICMP = 1
IPPROTO_TCP = 6
IPPROTO_UDP = 17
IPPROTO_IPV6 = 41
IPPROTO_RAW = 255

SO_DEBUG = 1
SO_REUSEADDR = 2
SO_TYPE = 3
SO_ERROR = 4
SO_DONTROUTE = 5
SO_BROADCAST = 6
SO_SNDBUF = 7
SO_RCVBUF = 8
SO_KEEPALIVE = 9
SO_OOBINLINE = 10
SO_PRIORITY = 12
SO_LINGER = 13
SO_REUSEPORT = 15
SO_RCVLOWAT = 18
SO_SNDLOWAT = 19
SO_RCVTIMEO = 20
SO_SNDTIMEO = 21
SO_ACCEPTCONN = 30
SO_PROTOCOL = 38
SO_DOMAIN = 39

TCP_NODELAY = 1
TCP_MAXSEG = 2
TCP_CORK = 3
TCP_KEEPIDLE = 4
TCP_KEEPINTVL = 5
TCP_KEEPCNT = 6
TCP_SYNCNT = 7
TCP_LINGER2 = 8
TCP_DEFER_ACCEPT = 9
TCP_QUICKACK = 12
TCP_USER_TIMEOUT = 18
TCP_FASTOPEN = 23

IP_TOS = 1
IP_TTL = 2
IP_MULTICAST_IF = 32
IP_MULTICAST_TTL = 33
IP_MULTICAST_LOOP = 34
IP_ADD_MEMBERSHIP = 35
IP_DROP_MEMBERSHIP = 36

INADDR_ANY = 0
INADDR_BROADCAST = 0xFFFFFFFF
INADDR_LOOPBACK = 0x7F000001
INADDR_NONE = 0xFFFFFFFF
IPPORT_RESERVED = 1024
IPPORT_USERRESERVED = 5000

NI_NUMERICHOST = 1
NI_NUMERICSERV = 2
NI_NOFQDN = 4
NI_NAMEREQD = 8
NI_DGRAM = 16
NI_MAXHOST = 1025
NI_MAXSERV = 32

EAI_BADFLAGS = -1
EAI_NONAME = -2
EAI_AGAIN = -3
EAI_FAIL = -4
EAI_NODATA = -5
EAI_FAMILY = -6
EAI_SOCKTYPE = -7
EAI_SERVICE = -8
EAI_MEMORY = -10
EAI_SYSTEM = -11
EAI_OVERFLOW = -12

EBADF = 9
EAGAIN = 11
EWOULDBLOCK = 11

_HOST_NAME = "raddle"
_ENOPROTOOPT = 92
# Options that are kept as they are, with what they are before.
_KEPT = {
    (1, SO_DEBUG): 0,
    (1, SO_DONTROUTE): 0,
    (1, SO_KEEPALIVE): 0,
    (1, SO_OOBINLINE): 0,
    (1, SO_PRIORITY): 0,
    (1, SO_RCVLOWAT): 1,
    (1, SO_REUSEADDR): 0,
    (1, SO_REUSEPORT): 0,
    (1, SO_BROADCAST): 0,
    (1, SO_RCVBUF): 131072,
    (1, SO_SNDBUF): 16384,
    (6, TCP_NODELAY): 0,
    (6, TCP_MAXSEG): 536,
    (6, TCP_CORK): 0,
    (6, TCP_KEEPIDLE): 7200,
    (6, TCP_KEEPINTVL): 75,
    (6, TCP_KEEPCNT): 9,
    (6, TCP_SYNCNT): 6,
    (6, TCP_LINGER2): 60,
    (6, TCP_DEFER_ACCEPT): 0,
    (6, TCP_QUICKACK): 1,
    (6, TCP_USER_TIMEOUT): 0,
    (0, IP_TOS): 0,
    (0, IP_TTL): 64,
    (0, IP_MULTICAST_TTL): 1,
    (0, IP_MULTICAST_LOOP): 1,
}
vm_frozen(_KEPT)
# Of these, the ones that are on or off.
_SWITCHES = ((1, 1), (1, 2), (1, 5), (1, 6), (1, 9), (1, 10), (1, 15), (6, 1), (6, 3), (6, 12), (0, 34))

_SERVICES = {
    "echo": 7, "discard": 9, "daytime": 13, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "time": 37, "domain": 53,
    "http": 80, "pop3": 110, "ntp": 123, "imap2": 143, "https": 443, "imaps": 993, "pop3s": 995,
}
vm_frozen(_SERVICES)
_PROTOCOLS = {"ip": 0, "icmp": 1, "tcp": 6, "udp": 17, "ipv6": 41}
vm_frozen(_PROTOCOLS)

# The numbers of the network by file descriptors: a table that is replaced, never changed.
_files = vm_frozen({})
_default_limit = None


class gaierror(OSError):
    pass


class herror(OSError):
    pass


def _new_descriptor(number):
    global _files
    vm_atomic(True)
    at = 3
    while at in _files:
        at += 1
    _files = _netdata.table_with(_files, at, number)
    vm_atomic(False)
    return at


def _drop_descriptor(descriptor):
    # The number of the network that it had.
    global _files
    vm_atomic(True)
    number = _files.get(descriptor)
    if number is not None:
        _files = _netdata.table_without(_files, descriptor)
    vm_atomic(False)
    return number


def _index(value):
    if isinstance(value, int):
        return int(value)
    index = getattr(type(value), "__index__", None)
    if index is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return index(value)


def _seconds(value):
    # A timeout that was given.
    if value is None:
        return None
    if not isinstance(value, float):
        value = _index(value)
    if value != value:
        raise ValueError("Invalid value NaN (not a number)")
    if value < 0:
        raise ValueError("Timeout value out of range")
    return float(value)


# Names and addresses.


def _numeric(host):
    # The four parts of an address in numbers as inet_aton() takes them, as one number, or None.
    parts = host.split(".")
    if len(parts) > 4:
        return None
    numbers = []
    for part in parts:
        digits = part.lower()
        try:
            if digits.startswith("0x"):
                number = int(digits[2:], 16)
            elif len(digits) > 1 and digits[0] == "0":
                number = int(digits, 8)
            elif digits.isdigit() and digits.isascii():
                number = int(digits)
            else:
                return None
        except ValueError:
            return None
        numbers.append(number)
    value = 0
    for number in numbers[:-1]:
        if number > 255:
            return None
        value = value * 256 + number
    rest = 256 ** (5 - len(numbers))
    return value * rest + numbers[-1] if numbers[-1] < rest else None


def _dotted(number):
    return f"{number >> 24}.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def _resolve(host):
    # The address of a host in numbers.
    if isinstance(host, bytes):
        host = host.decode("ascii")
    elif not isinstance(host, str):
        raise TypeError(f"str, bytes or bytearray expected, not {type(host).__name__}")
    if host == "127.0.0.1":
        return host
    if host == "":
        return "0.0.0.0"
    if host in ("<broadcast>", "255.255.255.255"):
        return "255.255.255.255"
    number = _numeric(host)
    if number is not None:
        return _dotted(number)
    if host.lower().rstrip(".") in ("localhost", "localhost.localdomain", _HOST_NAME):
        return "127.0.0.1"
    raise gaierror(EAI_NONAME, "Name or service not known")


def gethostname():
    return _HOST_NAME


def gethostbyname(hostname, /):
    if not isinstance(hostname, (str, bytes)):
        kind = type(hostname).__name__
        raise TypeError(f"gethostbyname() argument 1 must be str, bytes or bytearray, not {kind}")
    return _resolve(hostname)


def gethostbyname_ex(hostname, /):
    return hostname, [], [_resolve(hostname)]


def gethostbyaddr(ip_address, /):
    address = _resolve(ip_address)
    if not _netdata.is_local(address):
        raise herror(1, "Unknown host")
    return "localhost", [], [address]


def getfqdn(name=""):
    name = name.strip()
    if not name or name == "0.0.0.0":
        name = gethostname()
    try:
        address = _resolve(name)
    except gaierror:
        return name
    return "localhost" if _netdata.is_local(address) else name


def getservbyname(servicename, protocolname="tcp", /):
    if servicename in _SERVICES and protocolname in ("tcp", "udp"):
        return _SERVICES[servicename]
    raise OSError("service/proto not found")


def getservbyport(port, protocolname="tcp", /):
    if not 0 <= port <= 65535:
        raise OverflowError("getservbyport: port must be 0-65535.")
    for name in _SERVICES:
        if _SERVICES[name] == port:
            return name
    raise OSError("port/proto not found")


def getprotobyname(name, /):
    if name in _PROTOCOLS:
        return _PROTOCOLS[name]
    raise OSError("protocol not found")


def _service(port, numeric):
    if port is None:
        return 0
    if isinstance(port, int):
        return port & 0xFFFF
    if isinstance(port, bytes):
        port = port.decode()
    if not isinstance(port, str):
        raise OSError("Int or String expected")
    if port.isdigit():
        return int(port) & 0xFFFF
    if not numeric and port in _SERVICES:
        return _SERVICES[port]
    raise gaierror(EAI_SERVICE, "Servname not supported for ai_socktype")


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if host is not None and not isinstance(host, (str, bytes)):
        raise TypeError("getaddrinfo() argument 1 must be string or None")
    if host is None and port is None or host == "":
        raise gaierror(EAI_NONAME, "Name or service not known")
    if family not in (0, 2, 10):
        raise gaierror(EAI_FAMILY, "ai_family not supported")
    if family == 10:
        raise gaierror(EAI_NONAME, "Name or service not known")
    number = _service(port, flags & AI_NUMERICSERV)
    if host is None:
        address = "0.0.0.0" if flags & AI_PASSIVE else "127.0.0.1"
    else:
        if flags & AI_NUMERICHOST and _numeric(host) is None:
            raise gaierror(EAI_NONAME, "Name or service not known")
        address = _resolve(host)
    kinds = ((SOCK_STREAM, 6), (SOCK_DGRAM, 17), (SOCK_RAW, 0))
    name = host if host and flags & AI_CANONNAME else ""
    found = []
    for kind, protocol in kinds:
        if type in (0, kind) and (proto in (0, protocol) or protocol == 0):
            found.append((AF_INET, kind, protocol or proto, name, (address, number)))
            name = ""
    if not found:
        raise gaierror(EAI_SOCKTYPE, "ai_socktype not supported")
    return found


def getnameinfo(sockaddr, flags, /):
    if not isinstance(sockaddr, tuple):
        raise TypeError("getnameinfo() argument 1 must be a tuple")
    host, port = sockaddr[:2]
    address = _resolve(host)
    name = address
    if not flags & NI_NUMERICHOST and _netdata.is_local(address):
        name = "localhost"
    service = str(port)
    if not flags & NI_NUMERICSERV:
        try:
            service = getservbyport(port)
        except OSError:
            pass
    return name, service


def inet_aton(ip_addr, /):
    if not isinstance(ip_addr, str):
        raise TypeError(f"inet_aton() argument 1 must be str, not {type(ip_addr).__name__}")
    number = _numeric(ip_addr)
    if number is None:
        raise OSError("illegal IP address string passed to inet_aton")
    return number.to_bytes(4, "big")


def inet_ntoa(packed_ip, /):
    packed_ip = _netdata.bytes_of(packed_ip)
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length for inet_ntoa")
    return ".".join([str(part) for part in packed_ip])


def _pack_six(text):
    # An address of IPv6 as 16 bytes, or None.
    head, *tail = text.split("::")
    if len(tail) > 1:
        return None
    halves = []
    for half in (head, *tail):
        words = []
        groups = half.split(":") if half else []
        for at, group in enumerate(groups):
            if "." in group:
                four = _pack_four(group)
                if four is None or at != len(groups) - 1 or (tail and half is head):
                    return None
                words += [four[0] * 256 + four[1], four[2] * 256 + four[3]]
            elif 0 < len(group) <= 4 and all([digit in "0123456789abcdefABCDEF" for digit in group]):
                words.append(int(group, 16))
            else:
                return None
        halves.append(words)
    if tail:
        gap = 8 - len(halves[0]) - len(halves[1])
        if gap < 1:
            return None
        words = halves[0] + [0] * gap + halves[1]
    else:
        words = halves[0]
    if len(words) != 8:
        return None
    return b"".join([word.to_bytes(2, "big") for word in words])


def _pack_four(text):
    parts = text.split(".")
    if len(parts) != 4:
        return None
    for part in parts:
        if not (part.isdigit() and part.isascii() and len(part) <= 3) or int(part) > 255:
            return None
        if len(part) > 1 and part[0] == "0":
            return None
    return bytes([int(part) for part in parts])


def inet_pton(address_family, ip_string, /):
    if address_family == AF_INET:
        packed = _pack_four(ip_string)
    elif address_family == AF_INET6:
        packed = _pack_six(ip_string)
    else:
        raise _netdata.error(97)
    if packed is None:
        raise OSError("illegal IP address string passed to inet_pton")
    return packed


def inet_ntop(address_family, packed_ip, /):
    packed_ip = _netdata.bytes_of(packed_ip)
    if address_family not in (AF_INET, AF_INET6):
        raise ValueError(f"unknown address family {int(address_family)}")
    if len(packed_ip) != (4 if address_family == AF_INET else 16):
        raise ValueError("invalid length of packed IP address string")
    if address_family == AF_INET:
        return ".".join([str(part) for part in packed_ip])
    words = [packed_ip[at] * 256 + packed_ip[at + 1] for at in range(0, 16, 2)]
    # The longest run of zeros, if it is longer than one, is left out.
    start, length, at = 0, 0, 0
    while at < 8:
        end = at
        while end < 8 and not words[end]:
            end += 1
        if end - at > length:
            start, length = at, end - at
        at = end + 1
    if start == 0 and (length == 6 or length == 5 and words[5] == 0xFFFF):
        four = ".".join([str(part) for part in packed_ip[12:]])
        return "::" + four if length == 6 else "::ffff:" + four
    texts = [f"{word:x}" for word in words]
    if length < 2:
        return ":".join(texts)
    return ":".join(texts[:start]) + "::" + ":".join(texts[start + length :])


def _short(name, number):
    number = _index(number)
    if number < 0:
        raise OverflowError(f"{name}: can't convert negative Python int to C 16-bit unsigned integer")
    if number > 0xFFFF:
        raise OverflowError(f"{name}: Python int too large to convert to C 16-bit unsigned integer")
    return number >> 8 | (number & 255) << 8


def _long(number):
    number = _index(number)
    if number < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if number > 0xFFFFFFFF:
        raise OverflowError("int larger than 32 bits")
    return int.from_bytes(number.to_bytes(4, "big"), "little")


def htons(x, /):
    return _short("htons", x)


def ntohs(x, /):
    return _short("ntohs", x)


def htonl(x, /):
    return _long(x)


def ntohl(x, /):
    return _long(x)


def getdefaulttimeout():
    return _default_limit


def setdefaulttimeout(timeout, /):
    global _default_limit
    _default_limit = _seconds(timeout)


def if_nameindex():
    return [(1, "lo")]


def if_nametoindex(name, /):
    if name == "lo":
        return 1
    raise OSError("no interface with this name")


def if_indextoname(index, /):
    if index == 1:
        return "lo"
    raise OSError(6, "No such device or address")


class socket:
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        number = None
        if fileno is None:
            family = AF_INET if family == -1 else _index(family)
            kind = SOCK_STREAM if type == -1 else _index(type)
            proto = 0 if proto == -1 else _index(proto)
            self._limit = 0.0 if kind & SOCK_NONBLOCK else _default_limit
            kind &= ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
            if family not in (AF_INET, AF_UNIX):
                raise _netdata.error(97)
            if kind not in (SOCK_STREAM, SOCK_DGRAM):
                raise _netdata.error(22 if not 1 <= kind <= 5 else 93 if family == AF_INET else 94)
            if proto not in ((0, 6 if kind == SOCK_STREAM else 17) if family == AF_INET else (0, 1)):
                raise _netdata.error(93)
            number = _network.open(int(family), int(kind))
            fileno = _new_descriptor(number)
        else:
            fileno = _index(fileno)
            if fileno < 0:
                raise ValueError("negative file descriptor")
            number = _files.get(fileno)
            if number is None:
                raise _netdata.error(9)
            found, kind = _network.kind_of(number)
            family = found if family == -1 else family
            kind = kind if type == -1 else type
            proto = 0 if proto == -1 else proto
            self._limit = _default_limit
        self._begin(number, fileno, family, kind, proto)

    def _begin(self, number, descriptor, family, kind, proto):
        self._network_number = number
        self._descriptor = descriptor
        self._family = _member(AddressFamily, family)
        self._kind = _member(SocketKind, kind)
        self.proto = proto
        self._options = vm_frozen({})
        self._io_refs = 0
        self._closed = False
        # By these names viewers know what threads wait for.
        self._incoming, self._room = _network.waiting_places(number)

    @property
    def family(self):
        return self._family

    @property
    def type(self):
        return self._kind

    @property
    def timeout(self):
        return self._limit

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = "[closed] " if self._closed else ""
        cls = type(self)
        text = f"<{cls.__module__}.{cls.__qualname__} {closed}fd={self.fileno()}, family={int(self._family)}, "
        text += f"type={int(self._kind)}, proto={self.proto}"
        if not self._closed and self._descriptor >= 0:
            try:
                address = self.getsockname()
                if address:
                    text += f", laddr={address}"
            except OSError:
                pass
            try:
                address = self.getpeername()
                if address:
                    text += f", raddr={address}"
            except OSError:
                pass
        return text + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def _number(self):
        if self._descriptor < 0:
            raise _netdata.error(9)
        return self._network_number

    # Addresses.

    def _address(self, caller, address):
        if self._family == AF_UNIX:
            if isinstance(address, bytes):
                address = address.decode("utf-8", "surrogateescape")
            elif not isinstance(address, str):
                raise TypeError(f"a bytes-like object is required, not '{type(address).__name__}'")
            if len(address.encode("utf-8", "surrogateescape")) > 107:
                raise OSError("AF_UNIX path too long")
            return address
        if not isinstance(address, tuple):
            raise TypeError(f"{caller}(): AF_INET address must be tuple, not {type(address).__name__}")
        if len(address) != 2:
            raise TypeError("AF_INET address must be a pair (host, port)")
        host, port = address
        if not isinstance(host, (str, bytes)):
            raise TypeError(f"str, bytes or bytearray expected, not {type(host).__name__}")
        port = _index(port)
        address = _resolve(host)
        if not 0 <= port <= 65535:
            raise OverflowError(f"{caller}(): port must be 0-65535.")
        return address, port

    def bind(self, address, /):
        number = self._number()
        _network.bind(number, self._address("bind", address))

    def getsockname(self):
        return _network.own_address(self._number())

    def getpeername(self):
        return _network.far_address(self._number())

    # Connections.

    def listen(self, backlog=None, /):
        backlog = 128 if backlog is None else _index(backlog)
        _network.listen(self._number(), backlog)

    def accept(self):
        number, address = _network.accept(self._number(), self._limit)
        accepted = socket.__new__(socket)
        limit = _default_limit
        accepted._limit = limit
        accepted._begin(number, _new_descriptor(number), self._family, self._kind, self.proto)
        accepted._options = self._options
        return accepted, address

    def connect(self, address, /):
        number = self._number()
        _network.connect(number, self._address("connect", address), self._limit)

    def connect_ex(self, address, /):
        number = self._number()
        address = self._address("connect_ex", address)
        try:
            _network.connect(number, address, self._limit)
        except TimeoutError as error:
            return error.errno or EAGAIN
        except OSError as error:
            return error.errno
        return 0

    def shutdown(self, how, /):
        how = _index(how)
        _network.shutdown(self._number(), how)

    # What is sent and received.

    def _patience(self, flags):
        return 0.0 if flags & MSG_DONTWAIT else self._limit

    def send(self, data, flags=0, /):
        data = _netdata.bytes_of(data)
        return _network.send(self._number(), data, self._patience(flags))

    def sendall(self, data, flags=0, /):
        data = _netdata.bytes_of(data)
        limit = self._patience(flags)
        if limit is None or not limit:
            number = self._number()
            while True:
                sent = _network.send(number, data, limit)
                if sent >= len(data):
                    return
                data = data[sent:]
        # The limit is for all of it together.
        deadline = _monotonic() + limit
        while True:
            sent = _network.send(self._number(), data, limit)
            if sent >= len(data):
                return
            data = data[sent:]
            limit = deadline - _monotonic()
            if limit <= 0:
                raise TimeoutError("timed out")

    def sendto(self, data, *rest):
        if not 1 <= len(rest) <= 2:
            raise TypeError(f"sendto() takes 2 or 3 arguments ({len(rest) + 1} given)")
        data = _netdata.bytes_of(data)
        flags = _index(rest[0]) if len(rest) == 2 else 0
        number = self._number()
        address = self._address("sendto", rest[-1])
        if self._kind == SOCK_STREAM:
            return _network.send(number, data, self._patience(flags))
        return _network.send_to(number, data, address)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        if ancdata:
            raise OSError(95, "Operation not supported")
        data = b"".join([_netdata.bytes_of(buffer) for buffer in buffers])
        return self.send(data, flags) if address is None else self.sendto(data, flags, address)

    def recv(self, bufsize, flags=0, /):
        size = _index(bufsize)
        if size < 0:
            raise ValueError("negative buffersize in recv")
        number = self._number()
        if not size and self._kind == SOCK_STREAM:
            return b""
        if not flags:
            return _network.receive(number, size, self._limit)
        return self._receive(number, size, _index(flags))

    def _receive(self, number, size, flags):
        limit = self._patience(flags)
        peek = flags & MSG_PEEK != 0
        data = _network.receive(number, size, limit, peek)
        if flags & MSG_WAITALL and not peek and self._kind == SOCK_STREAM and limit is None:
            more = data
            while more and len(data) < size:
                more = _network.receive(number, size - len(data), limit)
                data += more
        return data

    def recvfrom(self, bufsize, flags=0, /):
        size = _index(bufsize)
        if size < 0:
            raise ValueError("negative buffersize in recvfrom")
        return _network.receive_from(self._number(), size, self._patience(flags), flags & MSG_PEEK != 0)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        size = _index(bufsize)
        if size < 0:
            raise ValueError("negative buffer size in recvmsg()")
        peek = flags & MSG_PEEK != 0
        data, address = _network.receive_from(self._number(), size, self._patience(flags), peek)
        return data, [], 0, address

    def recv_into(self, buffer, nbytes=0, flags=0):
        size = _room_in("recv_into", buffer, nbytes)
        data = self.recv(size, flags)
        buffer[0 : len(data)] = data
        return len(data)

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        size = _room_in("recvfrom_into", buffer, nbytes)
        data, address = self.recvfrom(size, flags)
        buffer[0 : len(data)] = data
        return len(data), address

    def sendfile(self, file, offset=0, count=None):
        if not self.type & SOCK_STREAM:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        if self._limit == 0:
            raise ValueError("non-blocking sockets are not supported")
        if count is not None and not isinstance(count, int):
            raise TypeError(f"count must be a positive integer (got {count!r})")
        if count is not None and count <= 0:
            raise ValueError(f"count must be a positive integer (got {count!r})")
        if offset:
            file.seek(offset)
        sent = 0
        while count is None or sent < count:
            data = file.read(8192 if count is None else min(count - sent, 8192))
            if not data:
                break
            self.sendall(data)
            sent += len(data)
        if sent > 0 and hasattr(file, "seek"):
            file.seek(offset + sent)
        return sent

    # Timeouts and options.

    def settimeout(self, value, /):
        limit = _seconds(value)
        self._number()
        self._limit = limit

    def gettimeout(self):
        return self._limit

    def setblocking(self, flag, /):
        self._number()
        self._limit = None if flag else 0.0

    def getblocking(self):
        self._number()
        return self._limit != 0

    def setsockopt(self, level, optname, value, *rest):
        level, name = _index(level), _index(optname)
        number = self._number()
        if isinstance(value, bytes):
            if (level, name) == (SOL_SOCKET, SO_LINGER):
                self._options = _netdata.table_with(self._options, (level, name), value)
                on, seconds = int.from_bytes(value[:4], "little"), int.from_bytes(value[4:8], "little")
                _network.set_reset(number, on != 0 and seconds == 0)
                return
            if (level, name) == (IPPROTO_IP, IP_ADD_MEMBERSHIP):
                raise OSError(19, "No such device")
            if len(value) < 4:
                raise _netdata.error(22)
            value = int.from_bytes(value[:4], "little")
        elif not isinstance(value, int):
            raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
        if (level, name) not in _KEPT or (level == 6 and self._kind != SOCK_STREAM):
            raise _netdata.error(_ENOPROTOOPT)
        value = int(value)
        if (level, name) in _SWITCHES:
            value = int(value != 0)
        if level == SOL_SOCKET:
            if name == SO_REUSEADDR or name == SO_REUSEPORT:
                _network.set_share(number, bool(value))
            elif name == SO_BROADCAST:
                _network.set_broadcast(number, bool(value))
            elif name == SO_RCVBUF:
                value = max(2 * value, 2304)
                _network.set_buffer(number, value)
            elif name == SO_SNDBUF:
                value = max(2 * value, 4608)
        self._options = _netdata.table_with(self._options, (level, name), value)

    def getsockopt(self, level, optname, buflen=0, /):
        level, name = _index(level), _index(optname)
        number = self._number()
        if (level, name) == (SOL_SOCKET, SO_LINGER):
            value = self._options.get((level, name), bytes(8))
            return value[:buflen] if buflen else int.from_bytes(value[:4], "little")
        if level == SOL_SOCKET and name == SO_ERROR:
            value = _network.take_fault(number)
        elif level == SOL_SOCKET and name == SO_TYPE:
            value = int(self._kind)
        elif level == SOL_SOCKET and name == SO_DOMAIN:
            value = int(self._family)
        elif level == SOL_SOCKET and name == SO_PROTOCOL:
            value = 0 if self._family == AF_UNIX else 6 if self._kind == SOCK_STREAM else 17
        elif level == SOL_SOCKET and name == SO_ACCEPTCONN:
            value = int(_network.listens(number))
        elif level == SOL_SOCKET and name == SO_SNDLOWAT:
            value = 1
        elif level == SOL_SOCKET and name in (SO_RCVTIMEO, SO_SNDTIMEO):
            value = 0
        elif (level, name) in _KEPT and (level != 6 or self._kind == SOCK_STREAM):
            value = self._options.get((level, name), _KEPT[(level, name)])
        else:
            raise _netdata.error(_ENOPROTOOPT)
        return value.to_bytes(4, "little")[:buflen] if buflen else value

    # The descriptor.

    def fileno(self):
        return self._descriptor

    def get_inheritable(self):
        self._number()
        return self._options.get("inheritable", False)

    def set_inheritable(self, inheritable):
        self._number()
        self._options = _netdata.table_with(self._options, "inheritable", bool(inheritable))

    def dup(self):
        number = _network.share(self._number())
        copy = self.__class__.__new__(self.__class__)
        copy._limit = self._limit
        copy._begin(number, _new_descriptor(number), self._family, self._kind, self.proto)
        copy._options = self._options
        return copy

    def detach(self):
        descriptor = self._descriptor
        self._closed = True
        self._descriptor = -1
        return descriptor

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def _real_close(self):
        descriptor = self._descriptor
        if descriptor < 0:
            return
        self._descriptor = -1
        number = _drop_descriptor(descriptor)
        if number is not None:
            _network.close(number)

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        import _socketfile

        return _socketfile.open(self, mode, buffering, encoding, errors, newline)


SocketType = socket


def _member(kind, value):
    try:
        return kind(value)
    except ValueError:
        return value


def _room_in(caller, buffer, size):
    if isinstance(buffer, (bytes, str, int, list, tuple, dict, set)) or buffer is None:
        name = type(buffer).__name__
        raise TypeError(f"{caller}() argument 1 must be read-write bytes-like object, not {name}")
    size = _index(size)
    if size < 0:
        raise ValueError(f"negative buffersize in {caller}")
    if size > len(buffer):
        if caller == "recv_into":
            raise ValueError("buffer too small for requested bytes")
        raise ValueError("nbytes is greater than the length of the buffer")
    return size or len(buffer)


def fromfd(fd, family, type, proto=0):
    number = _files.get(_index(fd))
    if number is None:
        raise _netdata.error(9)
    copy = socket.__new__(socket)
    copy._limit = _default_limit
    copy._begin(_network.share(number), _new_descriptor(number), family, type, proto)
    return copy


def close(fd, /):
    number = _drop_descriptor(_index(fd))
    if number is None:
        raise _netdata.error(9)
    _network.close(number)


def dup(fd, /):
    number = _files.get(_index(fd))
    if number is None:
        raise _netdata.error(9)
    return _new_descriptor(_network.share(number))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    if family is None:
        family = AF_UNIX
    if family == AF_INET:
        raise OSError(95, "Operation not supported")
    if family != AF_UNIX:
        raise _netdata.error(97)
    kind = type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
    if kind not in (SOCK_STREAM, SOCK_DGRAM):
        raise OSError(94, "Socket type not supported")
    made = []
    for number in _network.pair(int(family), int(kind)):
        one = socket.__new__(socket)
        one._limit = 0.0 if type & SOCK_NONBLOCK else _default_limit
        one._begin(number, _new_descriptor(number), family, kind, proto)
        made.append(one)
    return made[0], made[1]


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    if all_errors:
        raise NotImplementedError("create_connection() with all_errors: there are no groups of exceptions here")
    host, port = address
    failures = []
    for family, kind, proto, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(place)
            return sock
        except OSError as failure:
            failures.append(failure)
            if sock is not None:
                sock.close()
    if not failures:
        raise OSError("getaddrinfo returns an empty list")
    try:
        raise failures[0]
    finally:
        failures.clear()


def has_dualstack_ipv6():
    return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    if dualstack_ipv6:
        raise ValueError("dualstack_ipv6 not supported on this platform")
    sock = socket(family, SOCK_STREAM)
    try:
        if family == AF_INET:
            sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        try:
            sock.bind(address)
        except OSError as failure:
            message = f"{failure.strerror} (while attempting to bind on address {address!r})"
            raise OSError(failure.errno, message) from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except OSError:
        sock.close()
        raise
