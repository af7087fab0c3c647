# multiprocessing.connection: pipes. Each direction is a queue of messages in the machine; an end is closed once no process
# holds it any more, and whoever reads then comes to the end of the file.

import time

from multiprocessing.reduction import post, receive


class Connection:
    def __init__(self, readable, writable):
        # What is read comes from one queue, what is written goes into another.
        self._in = readable
        self._out = writable
        self._end = None if writable is None else vm_pipe_end(writable)
        self._far = None
        self._closed = False

    def _check(self, queue, what):
        if self._closed:
            raise OSError("handle is closed")
        if queue is None:
            raise OSError(f"connection is {what}-only")

    def send(self, obj):
        self._send(post(obj))

    def _send(self, message):
        try:
            self._check(self._out, "read")
            if self._far is not None and not vm_pipe_is_open(self._out, self._far):
                raise BrokenPipeError(32, "Broken pipe")
        except BaseException:
            vm_open(message)
            raise
        self._out.put(message)

    def recv(self):
        self._check(self._in, "write")
        message = self._in.get()
        if message is ...:
            # Whoever reads next comes to it, too.
            self._in.put(...)
            raise EOFError
        return receive(message)

    def send_bytes(self, buffer, offset=0, size=None):
        data = bytes(buffer)[offset:]
        self._send(post(data if size is None else data[:size]))

    def recv_bytes(self, maxlength=None):
        data = self.recv()
        if maxlength is not None and len(data) > maxlength:
            raise OSError("got end of file during message")
        return data

    def poll(self, timeout=0.0):
        self._check(self._in, "write")
        if timeout is None:
            message = self._in.get()
            self._in._put_back(message)
            return True
        deadline = time.monotonic() + timeout
        while self._in.empty():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            time.sleep(min(left, 0.005))
        return True

    def close(self):
        if not self._closed:
            self._closed = True
            if self._end is not None:
                vm_pipe_close(self._out, self._end)

    @property
    def closed(self):
        return self._closed

    @property
    def readable(self):
        return self._in is not None

    @property
    def writable(self):
        return self._out is not None

    def fileno(self):
        self._check(self, "")
        return 3 + vm_number(self._in or self._out)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __repr__(self):
        return f"<multiprocessing.connection.Connection object at {id(self):#x}>"


class _Stream(vm_SimpleQueue):
    def __init__(self):
        super().__init__()
        vm_common(self)

    def _put_back(self, message):
        vm_queue_edit(self, "appendleft", message)


def Pipe(duplex=True):
    there = _Stream()
    if not duplex:
        return Connection(there, None), Connection(None, there)
    back = _Stream()
    one, other = Connection(back, there), Connection(there, back)
    # Who writes to one end wants somebody to hold the other.
    one._far, other._far = other._end, one._end
    return one, other


def wait(object_list, timeout=None):
    # Those of the connections and of the sentinels of processes that are ready.
    deadline = None if timeout is None else time.monotonic() + timeout
    while True:
        ready = [thing for thing in object_list if _is_ready(thing)]
        if ready:
            return ready
        left = 0.005 if deadline is None else deadline - time.monotonic()
        if left <= 0:
            return []
        time.sleep(min(left, 0.005))


def _is_ready(thing):
    if isinstance(thing, int):
        return vm_exit_code(thing) is not None
    return thing.poll()
