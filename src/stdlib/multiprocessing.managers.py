# multiprocessing.managers: a process that keeps objects for others. A proxy sends it each call and waits for the answer:
# `shared["x"] += 1` is two calls.

import os
import threading

from multiprocessing.process import BaseProcess, Process
from multiprocessing.queues import JoinableQueue, SimpleQueue
from multiprocessing.sharedctypes import RawArray, RawValue
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


class _Handle(SimpleQueue):
    # A queue of another process, known by its number.
    def __init__(self, number):
        vm_attach(self, number)

    def __reduce__(self):
        return _Handle, (vm_number(self),)


def _serve(requests, kinds):
    objects = {}
    while True:
        reply, number, method, args, kwargs = requests.get()
        if method == "#stop":
            break
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
            _Handle(reply).put(answer)
        except Exception as error:
            _Handle(reply).put((False, RemoteError(str(error) + "\n")))


def _done(thing, method, args, kwargs):
    if method == "#items":
        return list(thing)
    if method == "#repr":
        return repr(thing)
    if method == "#str":
        return str(thing)
    found = getattr(thing, method)(*args, **kwargs)
    if method in ("keys", "values", "items", "__iter__"):
        return list(found)
    if method in ("__iadd__", "__imul__", "__ior__"):
        return None
    return found


def _exposed(thing):
    return [name for name in dir(thing) if name[0] != "_" and callable(getattr(thing, name))]


class _Replies(threading.local):
    queue = None
    pid = None


_replies = _Replies()


def _reply_queue():
    # One for each thread; a process that was forked makes its own.
    if _replies.pid != os.getpid():
        _replies.queue = SimpleQueue()
        _replies.pid = os.getpid()
    return _replies.queue


def _ask(requests, number, method, args=(), kwargs=vm_nothing):
    replies = _reply_queue()
    requests.put((vm_number(replies), number, method, args, {} if kwargs is vm_nothing else kwargs))
    success, value = replies.get()
    if not success:
        raise value
    return value


class BaseProxy:
    def __init__(self, requests, number):
        self._requests = requests
        self._number = number

    def _callmethod(self, methodname, args=(), kwds=vm_nothing):
        return _ask(self._requests, self._number, methodname, tuple(args), kwds)

    def _getvalue(self):
        return self._callmethod("copy")

    def __reduce__(self):
        return type(self), (_Handle(vm_number(self._requests)), self._number)

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid '{type(self).__name__[:-5]}' at {id(self):#x}>"

    def __str__(self):
        return self._callmethod("#repr")


def MakeProxyType(name, exposed):
    return type(name, (BaseProxy,), {method: _forwards(method) for method in exposed})


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
    "get", "items", "keys", "popitem", "setdefault", "update", "values", "__or__", "__ror__",
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

    def __ior__(self, value):
        self._callmethod("update", (value,))
        return self


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


def _passed_on(kind):
    # A primitive that can be sent, too: it is known by its number.
    def __reduce__(self):
        return _again, (kind, vm_number(self))

    return type(kind.__name__, (kind,), {"__reduce__": __reduce__})


def _again(kind, number):
    proxy = _PASSED_ON[kind]
    return vm_attach(proxy.__new__(proxy), number)


_PASSED_ON = {kind: _passed_on(kind) for kind in (Lock, RLock, Semaphore, BoundedSemaphore, Event, JoinableQueue)}


class _ValueProxy(RawValue):
    def get(self):
        return self.value

    def set(self, value):
        self.value = value


# What each class of managers makes: typeid, and how.
_registered = {}


def _registry_of(cls):
    known = {}
    for base in reversed(cls.__mro__):
        known.update(_registered.get(base, {}))
    return known


class BaseManager:
    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None):
        self._requests = None
        self._process = None
        self._address = address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        _registered.setdefault(cls, {})[typeid] = (callable, proxytype, exposed)

    def __getattr__(self, name):
        if name not in _registry_of(type(self)):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

        def make(*args, **kwds):
            return self._make(name, args, kwds)

        return make

    def start(self, initializer=None, initargs=()):
        kinds = {typeid: kind for typeid, (kind, _, _) in _registry_of(type(self)).items()}
        self._requests = SimpleQueue()
        self._process = Process(target=_serve, args=(self._requests, kinds))
        self._process.name = type(self).__name__ + "-" + self._process.name.split("-")[1]
        self._process.daemon = True
        self._process.start()

    def _make(self, typeid, args, kwds):
        assert self._process is not None, "server not yet started"
        _, proxytype, exposed = _registry_of(type(self))[typeid]
        number, methods = _ask(self._requests, typeid, "#make", args, kwds)
        if proxytype is None:
            proxytype = MakeProxyType(f"AutoProxy[{typeid}]", exposed or methods)
        return proxytype(self._requests, number)

    def shutdown(self):
        if self._process is not None and self._process.exitcode is None:
            self._requests.put((0, 0, "#stop", (), {}))
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

    @property
    def address(self):
        return self._address


class SyncManager(BaseManager):
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

    def Value(self, typecode, value):
        return _ValueProxy(typecode, value)

    def Array(self, typecode, sequence):
        return RawArray(typecode, sequence)

    def Pool(self, processes=None, initializer=None, initargs=()):
        from multiprocessing.pool import Pool

        return Pool(processes, initializer, initargs)


SyncManager.register("list", list, ListProxy)
SyncManager.register("dict", dict, DictProxy)
SyncManager.register("Namespace", Namespace, NamespaceProxy)
