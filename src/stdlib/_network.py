# _network: the loopback network of the machine. Sockets know their ends here by number alone: what goes in and out are
# bytes, numbers and addresses (a pair of host and port, or a path), so that it can be shared by what shares nothing
# else.
#
# What arrives at an end stands in a queue of its own, and whoever waits for it waits there: bytes of a stream, b"" for
# its end, datagrams with their addresses, addresses of those who want to connect. None in it says: look again. A step
# is one look into such a queue or one change of it, and what is read and written of the ends besides belongs to the
# step before which it has that queue to itself: a search sees the queues alone.

from _netdata import (
    DATAGRAM, EVERYWHERE, FAR_HANG_UP, FAULT, HANG_UP, IN, INET, OUT, STREAM, UNIX, UNKNOWN, error, is_local, table_with, table_without,
)
from time import monotonic

# So many bytes can be on their way to one end.
_MOST_HELD = 65536
_LARGEST_DATAGRAM = 65507
_FIRST_PORT = 32768
_LAST_PORT = 60999
# How long a port is kept after the side that ended a connection first.
_LINGER_SECONDS = 60
_HOME = "127.0.0.1"
_ALL = ("255.255.255.255", "127.255.255.255")

_EAGAIN = 11
_EACCES = 13
_EINVAL = 22
_EPIPE = 32
_EBADF = 9
_ENOENT = 2
_EDESTADDRREQ = 89
_EMSGSIZE = 90
_EOPNOTSUPP = 95
_EADDRINUSE = 98
_EADDRNOTAVAIL = 99
_ENETUNREACH = 101
_ECONNRESET = 104
_EISCONN = 106
_ENOTCONN = 107
_ECONNREFUSED = 111
_EINPROGRESS = 115
_EALREADY = 114

# Ends by their numbers, and what holds an address: ends, and connections that linger. These tables are never changed
# but replaced, so that viewers are not told of them.
_ends = vm_frozen({})
_holders = vm_frozen({})
_last_end = 0
_last_port = _FIRST_PORT - 1
# Whoever changes who has which address begins with this.
_registry = vm_SimpleQueue()


class _End:
    def __init__(self, family, kind):
        self._incoming = vm_SimpleQueue()
        # Where a sender waits for room, or a client for its turn.
        self._room = vm_Semaphore(0) if kind == STREAM else None
        self._net_number = 0
        self._net_family = family
        self._net_kind = kind
        # The processes that have sockets for it, each as often as it has one.
        self._net_sockets = ()
        self._own_address = None
        self._far_address = None
        self._far_end = None
        self._bytes_held = 0
        self._most_held = _MOST_HELD
        # The processes of threads that wait in the queue and for room, and bells of those who wait in a selection.
        self._getting = ()
        self._for_room = ()
        self._onlookers = ()
        self._sent_end = False
        self._heard_end = False
        self._ended_first = False
        self._shut_in = False
        self._shut_out = False
        self._fault_number = 0
        self._was_reset = False
        # It is closed; it goes when nobody is in it any more.
        self._let_go = False
        self._gone = False
        self._called = False
        self._awaits_connection = False
        self._wanted_address = None
        # Of one that listens: how many may wait to be accepted, who does, and who cannot even do that.
        self._backlog = None
        self._not_accepted = ()
        self._knocking = ()
        self._may_share = False
        self._may_broadcast = False
        self._ends_by_reset = False


class _Lingering:
    # A connection that is over, but its address is kept a while.
    def __init__(self, end):
        self._own_address = end._own_address
        self._may_share = end._may_share
        self._backlog = None
        self._until = None


def _enroll(end):
    # Inside a step.
    global _ends, _last_end
    _last_end += 1
    end._net_number = _last_end
    _ends = table_with(_ends, _last_end, end)
    return end._net_number


def _end_of(number):
    end = _ends.get(number)
    if end is None:
        raise error(_EBADF)
    return end


def _without(processes, one):
    at = processes.index(one)
    return processes[:at] + processes[at + 1 :]


def open(family, kind):
    end = _End(family, kind)
    vm_atomic(True)
    number = _enroll(end)
    end._net_sockets = (vm_process(),)
    vm_atomic(False)
    return number


def share(number):
    # One more socket has the end.
    end = _end_of(number)
    vm_atomic(True)
    end._net_sockets += (vm_process(),)
    vm_atomic(False)
    return number


def waiting_places(number):
    # What threads wait for at the end, for those who want to name it.
    end = _end_of(number)
    return end._incoming, end._room


# Addresses.


def _same_place(one, other):
    return one == other or one == EVERYWHERE or other == EVERYWHERE


def _holders_of(kind, address):
    # Those who have the address or part of it.
    if type(address) is not tuple:
        return _holders.get((kind, address), ())
    return [end for end in _holders.get((kind, address[1]), ()) if _same_place(end._own_address[0], address[0])]


def _key(kind, address):
    return kind, (address[1] if type(address) is tuple else address)


def _hold(end, address):
    global _holders
    end._own_address = address
    key = _key(end._net_kind, address)
    _holders = table_with(_holders, key, (*_holders.get(key, ()), end))


def _give_up_address(end):
    global _holders
    address = end._own_address
    if address is None or address == "":
        return
    key = _key(end._net_kind, address)
    left = (*[known for known in _holders.get(key, ()) if known is not end],)
    if end._ended_first and not end._was_reset and type(address) is tuple:
        left += (_Lingering(end),)
    if left:
        _holders = table_with(_holders, key, left)
    else:
        _holders = table_without(_holders, key)


def _is_in_the_way(holder, end):
    if end._may_share and holder._may_share and holder._backlog is None:
        return False
    if isinstance(holder, _Lingering):
        # Time counts from when somebody minds.
        now = monotonic()
        if holder._until is None:
            holder._until = now + _LINGER_SECONDS
        return now < holder._until
    return True


def _free_port(kind):
    global _last_port
    for _ in range(_LAST_PORT - _FIRST_PORT + 1):
        _last_port += 1
        if _last_port > _LAST_PORT:
            _last_port = _FIRST_PORT
        if (kind, _last_port) not in _holders:
            return _last_port
    raise error(_EADDRINUSE)


def _listener_at(address):
    for end in _holders_of(STREAM, address):
        if end._backlog is not None:
            return end
    return None


def bind(number, address):
    end = _end_of(number)
    vm_queue_edit(_registry, "clear", None)
    vm_atomic(True)
    try:
        if end._own_address is not None:
            raise error(_EINVAL)
        kind = end._net_kind
        if type(address) is tuple:
            host, port = address
            if not is_local(host) and not (host in _ALL and kind == DATAGRAM):
                raise error(_EADDRNOTAVAIL)
            if port == 0:
                address = host, _free_port(kind)
        for holder in _holders_of(kind, address):
            if _is_in_the_way(holder, end):
                raise error(_EADDRINUSE)
        _hold(end, address)
    finally:
        vm_atomic(False)


def own_address(number):
    end = _end_of(number)
    if end._own_address is not None:
        return end._own_address
    return (EVERYWHERE, 0) if end._net_family == INET else ""


def far_address(number):
    end = _end_of(number)
    if end._far_address is None or end._was_reset:
        raise error(_ENOTCONN)
    return end._far_address


# What wakes others. Each is a step of its own.


def _ring(end):
    # Something has changed for those who wait for several ends.
    onlookers = end._onlookers
    if onlookers:
        end._onlookers = ()
        for bell in onlookers:
            bell.release()


def _put(end, item):
    end._incoming.put(item)
    _ring(end)


def _prod(end):
    # Whoever waits there looks again.
    if end._getting:
        end._incoming.put(None)
    _ring(end)


def _give_room(end):
    waiting = end._for_room
    if waiting:
        end._for_room = ()
        end._room.release(len(waiting))
    _ring(end)


def _leave(end):
    # A thread is out of the end again.
    if end._let_go and not end._getting and not end._for_room:
        _go(end)


def _get(end, timeout):
    # Waits for the next item and takes it out.
    vm_atomic(True)
    process = vm_process()
    end._getting += (process,)
    vm_atomic(False)
    item = got = None
    try:
        if timeout is None:
            item = end._incoming.get()
        elif timeout == 0:
            item = end._incoming.get(False)
        else:
            item = end._incoming.get(True, timeout)
        got = True
    except vm_Empty:
        pass
    finally:
        vm_atomic(True)
        end._getting = _without(end._getting, process)
        vm_atomic(False)
    if got:
        return item
    _leave(end)
    if timeout == 0:
        _fail(end)
        raise error(_EAGAIN)
    raise TimeoutError("timed out")


def _wait_for_room(end, timeout):
    if timeout is None:
        end._room.acquire()
        return True
    if end._room.acquire(True, timeout):
        return True
    vm_atomic(True)
    counted = vm_process() in end._for_room
    if counted:
        end._for_room = _without(end._for_room, vm_process())
    vm_atomic(False)
    if not counted:
        end._room.acquire(False)
    return False


def _fail(end):
    # What went wrong is told once.
    number = end._fault_number
    if number:
        end._fault_number = 0
        raise error(number)


# Connections.


def listen(number, backlog):
    end = _end_of(number)
    vm_queue_edit(_registry, "clear", None)
    vm_atomic(True)
    try:
        if end._net_kind != STREAM:
            raise error(_EOPNOTSUPP)
        if end._far_end is not None:
            raise error(_EINVAL)
        if end._own_address is None:
            if end._net_family == UNIX:
                raise error(_EINVAL)
            _hold(end, (EVERYWHERE, _free_port(STREAM)))
        elif end._backlog is None:
            for holder in _holders_of(STREAM, end._own_address):
                if holder is not end and holder._backlog is not None:
                    raise error(_EADDRINUSE)
        end._backlog = max(backlog, 0)
        end._shut_in = False
    finally:
        vm_atomic(False)


def _join(one, other):
    one._far_end = other
    other._far_end = one


def connect(number, address, timeout):
    end = _end_of(number)
    if end._net_kind == DATAGRAM:
        _aim(end, address)
        return
    while True:
        vm_queue_edit(_registry, "clear", None)
        vm_atomic(True)
        try:
            listener = _partner(end, address, timeout)
            if listener is None:
                return
            found_room = len(listener._not_accepted) <= listener._backlog
            if found_room:
                _reach(end, listener, address)
        finally:
            vm_atomic(False)
        if found_room:
            _put(listener, end._own_address)
            if timeout == 0 and end._net_family == INET:
                end._awaits_connection = True
                raise error(_EINPROGRESS)
            return
        vm_queue_items(listener._incoming)
        vm_atomic(True)
        try:
            if listener._gone or len(listener._not_accepted) <= listener._backlog:
                continue
            if end not in listener._knocking:
                listener._knocking += (end,)
            if timeout == 0:
                if end._net_family == UNIX:
                    raise error(_EAGAIN)
                again = end._awaits_connection
                end._awaits_connection = True
                end._wanted_address = address
                raise error(_EALREADY if again else _EINPROGRESS)
            end._for_room += (vm_process(),)
        finally:
            vm_atomic(False)
        came = _wait_for_room(end, timeout)
        _leave(end)
        if not came:
            vm_atomic(True)
            listener._knocking = (*[known for known in listener._knocking if known is not end],)
            vm_atomic(False)
            raise TimeoutError("timed out")


def _partner(end, address, timeout):
    # Inside a step: the listener to connect with, or None where a connection that was begun is complete.
    if end._awaits_connection and end._far_end is not None:
        end._awaits_connection = False
        return None
    _fail(end)
    if end._far_end is not None or end._backlog is not None:
        if end._net_family == UNIX and _listener_at(address) is None:
            raise error(_ENOENT)
        raise error(_EISCONN)
    if type(address) is tuple:
        if not is_local(address[0]):
            raise error(_ENETUNREACH)
        if end._own_address is None:
            _hold(end, (EVERYWHERE, _free_port(STREAM)))
    listener = _listener_at(address)
    if listener is not None:
        return listener
    if type(address) is not tuple:
        raise error(_ECONNREFUSED if _holders_of(STREAM, address) else _ENOENT)
    end._was_reset = True
    if timeout == 0 and not end._awaits_connection:
        end._fault_number = _ECONNREFUSED
        raise error(_EINPROGRESS)
    raise error(_ECONNREFUSED)


def _reach(end, listener, address):
    # Inside a step: the other side of a new connection, which waits to be accepted.
    if type(address) is tuple:
        host = _HOME if address[0] == EVERYWHERE else address[0]
        address = host, address[1]
        if end._own_address[0] == EVERYWHERE:
            end._own_address = _HOME, end._own_address[1]
    elif end._own_address is None:
        end._own_address = ""
    far = _End(end._net_family, STREAM)
    _enroll(far)
    far._may_share = listener._may_share
    far._most_held = listener._most_held
    if address == "":
        far._own_address = address
    else:
        _hold(far, address)
    far._far_address = end._own_address
    end._far_address = address
    _join(end, far)
    end._was_reset = False
    listener._not_accepted += (far._net_number,)
    return far


def accept(number, timeout):
    # The number of the new end, and the address of the other.
    listener = _end_of(number)
    if listener._backlog is None:
        raise error(_EINVAL if listener._net_kind == STREAM else _EOPNOTSUPP)
    while True:
        item = _get(listener, timeout)
        vm_atomic(True)
        try:
            if listener._shut_in:
                raise error(_EINVAL)
            waiting = listener._not_accepted
            if item is None or not waiting:
                continue
            listener._not_accepted = waiting[1:]
            _ends[waiting[0]]._net_sockets = (vm_process(),)
            following = _next_to_knock(listener)
        finally:
            vm_atomic(False)
        if following is not None:
            if following._far_end is not None:
                _put(listener, following._own_address)
            _give_room(following)
        _leave(listener)
        return waiting[0], _ends[waiting[0]]._far_address


def _next_to_knock(listener):
    # Inside a step: the first of those who found no room to wait; one that does not wait itself is connected now.
    while listener._knocking:
        end = listener._knocking[0]
        listener._knocking = listener._knocking[1:]
        if end._for_room:
            return end
        if not end._gone and end._awaits_connection and end._far_end is None:
            _reach(end, listener, end._wanted_address)
            return end
    return None


def pair(family, kind):
    one, other = _End(family, kind), _End(family, kind)
    vm_atomic(True)
    numbers = _enroll(one), _enroll(other)
    one._own_address = other._own_address = one._far_address = other._far_address = ""
    one._net_sockets = other._net_sockets = (vm_process(),)
    _join(one, other)
    vm_atomic(False)
    return numbers


# Streams.


def _cannot_send(end):
    # The number of the error, or 0.
    far = end._far_end
    if far is None or end._shut_out or end._was_reset or far._gone and end._net_family == UNIX:
        return _EPIPE
    return 0


def send(number, data, timeout):
    # How many bytes were sent: all of them where there is time without end.
    end = _end_of(number)
    if end._net_kind == DATAGRAM:
        return send_to(number, data, None)
    sent = 0
    while True:
        far = end._far_end
        room = 0 if far is None else far._most_held - far._bytes_held
        if end._fault_number or _cannot_send(end) or room <= 0:
            vm_queue_items(end._incoming if far is None else far._incoming)
            vm_atomic(True)
            try:
                if not sent:
                    _fail(end)
                problem = _cannot_send(end)
                if problem:
                    if sent:
                        return sent
                    raise error(problem)
                room = far._most_held - far._bytes_held
                if far._gone:
                    room = _MOST_HELD
                if room <= 0:
                    if timeout == 0:
                        if sent:
                            return sent
                        raise error(_EAGAIN)
                    end._for_room += (vm_process(),)
            finally:
                vm_atomic(False)
            if room <= 0:
                came = _wait_for_room(end, timeout)
                _leave(end)
                if not came:
                    raise TimeoutError("timed out")
                continue
        if not data:
            return 0
        piece = data[sent : sent + room] if sent or room < len(data) else data
        far._incoming.put(piece)
        vm_atomic(True)
        far._bytes_held += len(piece)
        sent += len(piece)
        if far._gone or far._shut_in and far._shut_out:
            # The other side answers that nobody is there.
            if not end._was_reset:
                end._was_reset = far._was_reset = True
                end._fault_number = _EPIPE
                far._fault_number = _ECONNRESET
        vm_atomic(False)
        _ring(far)
        if sent == len(data) or timeout is not None:
            return sent


def receive(number, size, timeout, peek=False):
    # What is there, up to so many bytes; b"" at the end of the stream.
    end = _end_of(number)
    if end._net_kind == DATAGRAM:
        return receive_from(number, size, timeout, peek)[0]
    if end._far_end is None:
        _fail(end)
        raise error(_ENOTCONN)
    while True:
        item = _get(end, timeout)
        if item is None:
            continue
        far = end._far_end
        vm_atomic(True)
        data = _cut(end, item, size, peek)
        # Others wait although something is left.
        left = end._getting and vm_queue_items(end._incoming)
        fault = 0
        if not data:
            fault = end._fault_number
            end._fault_number = 0
        vm_atomic(False)
        if left:
            end._incoming.put(None)
        if data and (far._for_room or far._onlookers):
            _give_room(far)
        _leave(end)
        if fault:
            raise error(fault)
        return data


def _cut(end, item, size, peek):
    # Inside a step: what a receiver is given, the first item being taken out.
    queue = end._incoming
    if not item or peek:
        vm_queue_edit(queue, "appendleft", item)
        if not item:
            return item
        parts = []
        for item in vm_queue_items(queue):
            if item == b"":
                break
            if item is not None:
                parts.append(item)
        return b"".join(parts)[:size]
    parts = [item]
    length = len(item)
    if length < size:
        for item in vm_queue_items(queue):
            if item == b"" or length >= size:
                break
            vm_queue_edit(queue, "popleft", None)
            if item is not None:
                parts.append(item)
                length += len(item)
    data = parts[0] if len(parts) == 1 else b"".join(parts)
    if length > size:
        vm_queue_edit(queue, "appendleft", data[size:])
        data = data[:size]
    end._bytes_held -= len(data)
    return data


def shutdown(number, how):
    end = _end_of(number)
    if how not in (0, 1, 2):
        raise error(_EINVAL)
    if end._far_address is None or end._was_reset:
        if end._backlog is None:
            raise error(_ENOTCONN)
        if how != 1:
            vm_queue_edit(_registry, "clear", None)
            end._shut_in = True
            end._backlog = None
            _prod(end)
        return
    far = end._far_end
    streams = end._net_kind == STREAM and far is not None
    if how != 1:
        end._shut_in = True
        if streams:
            _put(end, b"")
        else:
            _prod(end)
    if how != 0:
        end._shut_out = True
        if streams and not end._sent_end:
            _end_stream(end, far)
            _put(far, b"")
        if streams:
            _give_room(end)


def _end_stream(end, far):
    # The other side will hear that nothing more comes.
    end._sent_end = True
    end._ended_first = not end._heard_end
    far._heard_end = True


def close(number):
    end = _end_of(number)
    vm_queue_items(end._incoming)
    vm_atomic(True)
    end._net_sockets = _without(end._net_sockets, vm_process())
    last = not end._net_sockets
    if last:
        end._let_go = True
    vm_atomic(False)
    if last:
        _leave(end)


def _go(end):
    # Nobody has the end any more. Called in a step that has looked into its queue.
    if end._gone:
        return
    if end._net_kind == DATAGRAM or end._backlog is not None or end._far_end is None:
        vm_queue_edit(_registry, "clear", None)
    vm_atomic(True)
    if end._gone:
        vm_atomic(False)
        return
    tells = _end_all(end)
    waiting = end._not_accepted
    knocking = end._knocking
    end._not_accepted = end._knocking = ()
    vm_atomic(False)
    far = end._far_end
    if tells:
        _put(far, b"")
        _give_room(far)
    for number in waiting:
        refused = _ends[number]
        refused._ends_by_reset = True
        _go(refused)
    for refused in knocking:
        _give_room(refused)


def _end_all(end):
    # Inside a step: the end is no more. Returns whether the other side has to be told.
    global _ends
    end._gone = True
    end._backlog = None
    far = end._far_end
    tells = end._net_kind == STREAM and far is not None and not far._gone
    if tells:
        if end._ends_by_reset or end._bytes_held:
            end._was_reset = far._was_reset = True
            far._fault_number = _EPIPE if far._heard_end else _ECONNRESET
        elif end._sent_end:
            tells = False
        else:
            _end_stream(end, far)
    _ends = table_without(_ends, end._net_number)
    _give_up_address(end)
    return tells


# Processes. This is done by the machine, as a whole, in the step in which it happens.


def forked(parent, child):
    # The child has the sockets that its parent has.
    for end in _ends.values():
        count = end._net_sockets.count(parent)
        if count:
            end._net_sockets += (child,) * count


def left(process):
    # The process has ended: its sockets are closed, and none of its threads waits any more.
    for end in (*_ends.values(),):
        end._getting = (*[other for other in end._getting if other != process],)
        end._for_room = (*[other for other in end._for_room if other != process],)
        if process in end._net_sockets:
            end._net_sockets = (*[other for other in end._net_sockets if other != process],)
            end._let_go = not end._net_sockets
        if end._let_go and not end._getting and not end._for_room:
            _go_at_once(end)


def _go_at_once(end):
    # As _go(), in the middle of a step.
    if end._gone:
        return
    tells = _end_all(end)
    waiting = end._not_accepted
    knocking = end._knocking
    end._not_accepted = end._knocking = ()
    if tells:
        vm_put_at_once(end._far_end._incoming, b"")
        _wake_at_once(end._far_end)
    for number in waiting:
        refused = _ends[number]
        refused._ends_by_reset = True
        _go_at_once(refused)
    for refused in knocking:
        _wake_at_once(refused)


def _wake_at_once(end):
    waiting = end._for_room
    if waiting:
        end._for_room = ()
        vm_release_at_once(end._room, len(waiting))
    onlookers = end._onlookers
    end._onlookers = ()
    for bell in onlookers:
        vm_release_at_once(bell, 1)


# Datagrams.


def _aim(end, address):
    # The one address that a socket for datagrams talks with.
    vm_queue_edit(_registry, "clear", None)
    vm_atomic(True)
    try:
        if type(address) is tuple:
            if not is_local(address[0]):
                raise error(_ENETUNREACH)
            host = _HOME if address[0] == EVERYWHERE else address[0]
            address = host, address[1]
            if end._own_address is None:
                _hold(end, (_HOME, _free_port(DATAGRAM)))
            elif end._own_address[0] == EVERYWHERE:
                end._own_address = _HOME, end._own_address[1]
        elif not _holders_of(DATAGRAM, address):
            raise error(_ENOENT)
        end._far_address = address
    finally:
        vm_atomic(False)


def send_to(number, data, address):
    end = _end_of(number)
    # Who is there is looked up in this step.
    if end._own_address is None and end._net_family == INET:
        vm_queue_edit(_registry, "clear", None)
    else:
        vm_queue_items(_registry)
    vm_atomic(True)
    try:
        _fail(end)
        if end._shut_out:
            raise error(_EPIPE)
        aimed = address is None
        if aimed:
            address = end._far_address
            if address is None:
                raise error(_ENOTCONN if end._net_family == UNIX else _EDESTADDRREQ)
        if end._net_family == UNIX:
            receivers = (end._far_end,) if end._far_end is not None else _holders_of(DATAGRAM, address)
            if not receivers:
                raise error(_ENOENT)
        else:
            receivers = _receivers(end, data, address)
        sender = end._own_address
        if end._net_family == INET and sender[0] == EVERYWHERE:
            sender = _HOME, sender[1]
        elif sender is None:
            sender = ""
    finally:
        vm_atomic(False)
    heard = False
    for far in receivers:
        expects = far._far_address
        if far._gone or (expects is not None and far._far_end is None and expects != sender):
            continue
        heard = True
        if far._bytes_held + len(data) <= far._most_held and not far._shut_in:
            vm_atomic(True)
            far._bytes_held += len(data)
            vm_atomic(False)
            _put(far, (data, sender))
    if aimed and not heard:
        # It comes back that nobody is there.
        end._fault_number = _ECONNREFUSED
        _prod(end)
    return len(data)


def _receivers(end, data, address):
    # Inside a step: the sockets at the address.
    host, port = address
    if port == 0:
        raise error(_EINVAL)
    if len(data) > _LARGEST_DATAGRAM:
        raise error(_EMSGSIZE)
    everybody = host in _ALL
    if everybody:
        if not end._may_broadcast:
            raise error(_EACCES)
    elif not is_local(host):
        raise error(_ENETUNREACH)
    if end._own_address is None:
        _hold(end, (EVERYWHERE, _free_port(DATAGRAM)))
    if everybody:
        at_port = _holders.get((DATAGRAM, port), ())
        return [far for far in at_port if far._own_address[0] in (EVERYWHERE, host)]
    # The last of several that share the address.
    return _holders_of(DATAGRAM, (_HOME if host == EVERYWHERE else host, port))[-1:]


def receive_from(number, size, timeout, peek=False):
    # One datagram, as far as there is room for it, and where it comes from.
    end = _end_of(number)
    if end._net_kind == STREAM:
        return receive(number, size, timeout, peek), None
    while True:
        try:
            item = _get(end, 0 if end._shut_in or end._fault_number else timeout)
        except BlockingIOError:
            if not end._shut_in:
                raise
            return b"", None
        vm_atomic(True)
        try:
            _fail(end)
            if item is None:
                continue
            left = False
            if peek:
                vm_queue_edit(end._incoming, "appendleft", item)
                left = end._getting
            else:
                end._bytes_held -= len(item[0])
        finally:
            vm_atomic(False)
        if left:
            end._incoming.put(None)
        _leave(end)
        return item[0][:size], item[1]


# Options, and the end's state.


def take_fault(number):
    end = _end_of(number)
    vm_queue_items(end._incoming)
    vm_atomic(True)
    fault = end._fault_number
    end._fault_number = 0
    vm_atomic(False)
    return fault


def listens(number):
    return _end_of(number)._backlog is not None


def set_share(number, on):
    _end_of(number)._may_share = on


def set_broadcast(number, on):
    _end_of(number)._may_broadcast = on


def set_buffer(number, size):
    _end_of(number)._most_held = size


def set_reset(number, on):
    _end_of(number)._ends_by_reset = on


# Selections.


def _events(end):
    # Inside a step: what can be done at the end without waiting.
    events = FAULT if end._fault_number else 0
    if end._backlog is not None:
        return events | IN if end._not_accepted else events
    arrived = [item for item in vm_queue_items(end._incoming) if item is not None]
    if end._net_kind == DATAGRAM:
        if arrived or end._shut_in:
            events |= IN
        return events | OUT | 512
    far = end._far_end
    if far is None:
        if end._awaits_connection:
            return events
        return events | OUT | HANG_UP | (IN if end._was_reset else 0)
    if arrived:
        events |= IN
    if end._was_reset:
        return events | IN | OUT | HANG_UP | FAR_HANG_UP
    if end._heard_end or end._shut_in:
        events |= FAR_HANG_UP
        if end._shut_out:
            events |= HANG_UP
    if end._shut_out or far._gone or far._bytes_held < far._most_held:
        events |= OUT
    return events


def poll(wanted, timeout, until_called=False):
    # Of pairs of a number and events: those that have some, with them. With until_called, call() ends it, too. One end
    # after the other is looked at, as Linux does; what changes afterwards rings the bell.
    deadline = None
    alone = len(wanted) == 1 and not wanted[0][1] & OUT
    while True:
        bell = None if alone or timeout == 0 else vm_Semaphore(0)
        ready = []
        ends = []
        called = False
        for number, events in wanted:
            end = _ends.get(number)
            if end is None:
                ready.append((number, UNKNOWN))
                continue
            vm_queue_items(end._incoming)
            far = end._far_end
            if events & OUT and far is not None:
                # Whether there is room is seen there.
                vm_queue_items(far._incoming)
            vm_atomic(True)
            has = _events(end) & (events | FAULT | HANG_UP)
            if has:
                ready.append((number, has))
            elif bell is not None and not ready:
                end._onlookers += (bell,)
            called = called or end._called
            vm_atomic(False)
            ends.append(end)
        if ready or timeout == 0 or until_called and called:
            if until_called:
                for end in ends:
                    end._called = False
            if bell is not None:
                _forget(ends, bell)
            return ready
        left = timeout
        if timeout is not None:
            now = monotonic()
            if deadline is None:
                deadline = now + timeout
            left = deadline - now
        if not alone:
            rung = bell.acquire() if left is None else left > 0 and bell.acquire(True, left)
            _forget(ends, bell)
        else:
            rung = _wait_at(ends[0], left) if left is None or left > 0 else False
        if not rung:
            timeout = 0


def _wait_at(end, timeout):
    # Waits where a socket waits that wants to receive, and takes nothing.
    try:
        item = _get(end, timeout)
    except OSError:
        return False
    if item is not None:
        vm_atomic(True)
        vm_queue_edit(end._incoming, "appendleft", item)
        others = end._getting
        vm_atomic(False)
        if others:
            end._incoming.put(None)
    _leave(end)
    return True


def _forget(ends, bell):
    vm_atomic(True)
    for end in ends:
        if bell in end._onlookers:
            end._onlookers = (*[known for known in end._onlookers if known is not bell],)
    vm_atomic(False)


def call(number):
    # Ends a poll of the end that may be ended so.
    end = _ends.get(number)
    if end is not None:
        end._called = True
        _prod(end)


def kind_of(number):
    end = _end_of(number)
    return end._net_family, end._net_kind
