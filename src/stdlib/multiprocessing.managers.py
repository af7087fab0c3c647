# multiprocessing.managers: a process that keeps objects for others. A proxy sends it each call and waits for the answer:
# `shared["x"] += 1` is two calls.

import threading
from ctypes import _cell

from multiprocessing.connection import ProcessError
from multiprocessing.process import Process
from multiprocessing.queues import JoinableQueue
from multiprocessing.reduction import post, receive
from multiprocessing.sharedctypes import _type
from multiprocessing.synchronize import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in vars(self).items() if not name.startswith("_")]
        return f"Namespace({', '.join(sorted(parts))})"


class RemoteError(Exception):
    def __str__(self):
        line = "-" * 75
        return "\n" + line + "\n" + str(self.args[0]) + line


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"

    value = property(get, set)


class _Numbers(list):
    # As `array.array` shows itself, with numbers as C has them.
    def __init__(self, typecode, numbers):
        self._code = _type(typecode)._type_
        self._typecode = typecode
        super().__init__([_cell(self._code, number) for number in numbers])

    def __reduce__(self):
        return _Numbers, (self._typecode, list(self))

    def __getitem__(self, index):
        found = super().__getitem__(index)
        return _Numbers(self._typecode, found) if isinstance(index, slice) else found

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            super().__setitem__(index, [_cell(self._code, number) for number in value])
        else:
            super().__setitem__(index, _cell(self._code, value))

    def __repr__(self):
        return f"array({self._typecode!r}, {list(self)!r})" if self else f"array({self._typecode!r})"


def Array(typecode, sequence, lock=True):
    return _Numbers(typecode, sequence)


class _Queue(vm_SimpleQueue):
    # A queue of another process, known by its number.
    def __init__(self, number=None):
        super().__init__()
        if number is None:
            vm_common(self)
        else:
            vm_attach(self, number)

    def __reduce__(self):
        return _Queue, (vm_number(self),)


def _serve(requests, kinds, initializer, initargs):
    if initializer is not None:
        initializer(*initargs)
    objects = {}
    clients = {}
    while True:
        reply, number, method, args, kwargs = receive(requests.get())
        if method == "#stop":
            break
        if reply not in clients:
            # When this process ends, whoever waits for an answer reads so.
            clients[reply] = _Queue(reply)
            vm_pipe_end(clients[reply])
        try:
            if method == "#make":
                kind, number = number, len(objects)
                objects[number] = kinds[kind](*args, **kwargs)
                answer = True, (number, _exposed(objects[number]))
            else:
                answer = True, _done(objects[number], method, args, kwargs)
        except Exception as error:
            answer = False, error
        try:
            message = post(answer)
        except Exception as error:
            message = post((False, RemoteError(vm_report(error))))
        clients[reply].put(message)


def _done(thing, method, args, kwargs):
    if method == "#items":
        return list(thing)
    if method == "#repr":
        return repr(thing)
    found = getattr(thing, method)(*args, **kwargs)
    if method in ("keys", "values", "items", "__iter__"):
        return list(found)
    if method in ("__iadd__", "__imul__"):
        return None
    return found


def _exposed(thing):
    return [name for name in dir(thing) if name[0] != "_" and callable(getattr(thing, name))]


class _Replies(threading.local):
    queues = None
    process = None


_replies = _Replies()


def _reply_queue(server):
    # One for each thread and server; a process that was forked makes its own.
    if _replies.process != vm_process():
        _replies.queues = {}
        _replies.process = vm_process()
    queue = _replies.queues.get(server)
    if queue is None:
        queue = _replies.queues[server] = _Queue()
    return queue


def _ask(server, number, method, args=(), kwargs=vm_nothing):
    requests, process = server
    if vm_exit_code(process) is not None:
        raise BrokenPipeError(32, "Broken pipe")
    replies = _reply_queue(process)
    call = vm_number(replies), number, method, args, {} if kwargs is vm_nothing else kwargs
    requests.put(post(call))
    message = replies.get()
    if message is ...:
        raise EOFError
    success, value = receive(message)
    if not success:
        raise value
    return value


class BaseProxy:
    # The server is the queue of its requests, and the number of its process.
    def __init__(self, server, typeid, number, exposed=()):
        self._server = server
        self._typeid = typeid
        self._number = number
        self._methods = tuple(exposed)

    def _callmethod(self, methodname, args=(), kwds=vm_nothing):
        return _ask(self._server, self._number, methodname, tuple(args), kwds)

    def _getvalue(self):
        return self._callmethod("copy")

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __reduce__(self):
        kind = type(self)
        if self._methods:
            return _auto_proxy, (self._server, self._typeid, self._number, self._methods)
        return kind, (self._server, self._typeid, self._number)

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid '{self._typeid}' at {id(self):#x}>"

    def __str__(self):
        return self._callmethod("#repr")


def _auto_proxy(server, typeid, number, exposed):
    # A proxy of a class that is made from the names of methods.
    return MakeProxyType(f"AutoProxy[{typeid}]", exposed)(server, typeid, number, exposed)


def MakeProxyType(name, exposed):
    members = {method: _forwards(method) for method in exposed}
    members["__module__"] = "multiprocessing.managers"
    return type(name, (BaseProxy,), members)


def _forwards(method):
    def call(self, /, *args, **kwds):
        return self._callmethod(method, args, kwds)

    call.__name__ = method
    return call


_SEQUENCE = ("__contains__", "__delitem__", "__getitem__", "__len__", "__setitem__", "copy", "pop", "clear")
_BaseListProxy = MakeProxyType("BaseListProxy", _SEQUENCE + (
    "__add__", "__mul__", "__rmul__", "append", "count", "extend", "index", "insert", "remove", "reverse", "sort",
))
_BaseDictProxy = MakeProxyType("DictProxy", _SEQUENCE + (
    "get", "items", "keys", "popitem", "setdefault", "update", "values",
))


class ListProxy(_BaseListProxy):
    def __iter__(self):
        return iter(self._callmethod("#items"))

    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self


class DictProxy(_BaseDictProxy):
    def __iter__(self):
        return iter(self._callmethod("keys"))


class NamespaceProxy(BaseProxy):
    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return self._callmethod("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        self._callmethod("__setattr__", (key, value))

    def __delattr__(self, key):
        self._callmethod("__delattr__", (key,))


class ValueProxy(BaseProxy):
    def get(self):
        return self._callmethod("get")

    def set(self, value):
        return self._callmethod("set", (value,))

    value = property(get, set)


ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))


def _passed_on(kind):
    # A primitive that can be sent, too: it is known by its number.
    def __reduce__(self):
        return _again, (kind, vm_number(self), {name: value for name, value in vars(self).items() if name != "_holder"})

    return type(kind.__name__, (kind,), {"__reduce__": __reduce__})


def _again(kind, number, attributes):
    proxy = _PASSED_ON[kind]
    made = vm_attach(proxy.__new__(proxy), number)
    vars(made).update(attributes)
    if kind is Lock:
        made._holder = None
    return made


_PASSED_ON = {kind: _passed_on(kind) for kind in (Lock, RLock, Semaphore, BoundedSemaphore, Event, JoinableQueue)}


# What each class of managers makes: typeid, and how.
_registered = {}


def _registry_of(cls):
    known = {}
    for base in reversed(cls.__mro__):
        known.update(_registered.get(base, {}))
    return known


class BaseManager:
    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        if address is not None:
            raise NotImplementedError("raddle's managers have no address in the network")
        self._requests = None
        self._process = None
        self._server = None
        self._kind = Process if ctx is None else ctx.Process
        self._stopped = False

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        _registered.setdefault(cls, {})[typeid] = (callable, proxytype, exposed)

    def __getattr__(self, name):
        if name[0] == "_" or name not in _registry_of(type(self)):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

        def make(*args, **kwds):
            return self._make(name, args, kwds)

        return make

    def start(self, initializer=None, initargs=()):
        if self._stopped:
            raise ProcessError("Manager has shut down")
        if self._process is not None:
            raise ProcessError("Already started server")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        kinds = {typeid: kind for typeid, (kind, _, _) in _registry_of(type(self)).items()}
        self._requests = _Queue()
        process = self._kind(target=_serve, args=(self._requests, kinds, initializer, initargs))
        process.name = type(self).__name__ + "-" + ":".join([str(part) for part in process._identity])
        process.daemon = True
        process.start()
        self._process = process
        self._server = self._requests, process.pid

    def _make(self, typeid, args, kwds):
        assert self._process is not None and not self._stopped, "server not yet started"
        _, proxytype, exposed = _registry_of(type(self))[typeid]
        number, methods = _ask(self._server, typeid, "#make", args, kwds)
        if proxytype is None or proxytype is AutoProxy:
            return _auto_proxy(self._server, typeid, number, tuple(exposed or methods))
        return proxytype(self._server, typeid, number)

    def shutdown(self):
        if self._process is not None and not self._stopped:
            self._stopped = True
            if self._process.exitcode is None:
                self._requests.put(post((0, 0, "#stop", (), {})))
                self._process.join()

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    def __enter__(self):
        if self._process is None:
            self.start()
        return self

    def __exit__(self, *exc):
        self.shutdown()


# As a proxy type: that of the names that are exposed.
AutoProxy = _auto_proxy


class SyncManager(BaseManager):
    # Primitives are the machine's own: no server comes between.
    def Lock(self):
        return _PASSED_ON[Lock]()

    def RLock(self):
        return _PASSED_ON[RLock]()

    def Semaphore(self, value=1):
        return _PASSED_ON[Semaphore](value)

    def BoundedSemaphore(self, value=1):
        return _PASSED_ON[BoundedSemaphore](value)

    def Event(self):
        return _PASSED_ON[Event]()

    def Condition(self, lock=None):
        return Condition(lock)

    def Barrier(self, parties, action=None, timeout=None):
        return Barrier(parties, action, timeout)

    def Queue(self, maxsize=0):
        return _PASSED_ON[JoinableQueue](maxsize)

    JoinableQueue = Queue

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        from multiprocessing.pool import Pool

        return Pool(processes, initializer, initargs, maxtasksperchild)


SyncManager.register("list", list, ListProxy)
SyncManager.register("dict", dict, DictProxy)
SyncManager.register("Namespace", Namespace, NamespaceProxy)
SyncManager.register("Value", Value, ValueProxy)
SyncManager.register("Array", Array, ArrayProxy)
