# _netdata: what sockets and the network both know: kinds and events by number, errors, addresses, tables, bytes.

STREAM = 1
DATAGRAM = 2
INET = 2
UNIX = 1

# Events, as poll() has them.
IN = 1 | 64
OUT = 4 | 256
FAULT = 8
HANG_UP = 16
UNKNOWN = 32
FAR_HANG_UP = 0x2000

EVERYWHERE = "0.0.0.0"

_TEXTS = {
    2: "No such file or directory",
    9: "Bad file descriptor",
    11: "Resource temporarily unavailable",
    13: "Permission denied",
    22: "Invalid argument",
    32: "Broken pipe",
    88: "Socket operation on non-socket",
    89: "Destination address required",
    90: "Message too long",
    91: "Protocol wrong type for socket",
    92: "Protocol not available",
    93: "Protocol not supported",
    95: "Operation not supported",
    97: "Address family not supported by protocol",
    98: "Address already in use",
    99: "Cannot assign requested address",
    101: "Network is unreachable",
    104: "Connection reset by peer",
    106: "Transport endpoint is already connected",
    107: "Transport endpoint is not connected",
    111: "Connection refused",
    114: "Operation already in progress",
    115: "Operation now in progress",
}
vm_frozen(_TEXTS)


def error(number):
    return OSError(number, _TEXTS[number])


def table_with(table, key, value):
    table = {**table}
    table[key] = value
    return vm_frozen(table)


def table_without(table, key):
    table = {**table}
    table.pop(key, None)
    return vm_frozen(table)


def bytes_of(data):
    # What is sent, as bytes.
    if type(data) is bytes:
        return data
    if isinstance(data, (str, int, float, list, tuple, dict, set)) or data is None:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    if isinstance(data, bytes):
        return data[:]
    try:
        return bytes(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def is_local(host):
    return host.startswith("127.") or host == EVERYWHERE
