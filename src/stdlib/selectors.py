# selectors: waiting for several sockets, each with data of the program's own.

import _netdata
import select

EVENT_READ = 1
EVENT_WRITE = 2


class SelectorKey(tuple):
    def __new__(cls, fileobj, fd, events, data):
        return tuple.__new__(cls, (fileobj, fd, events, data))

    def __repr__(self):
        parts = zip(("fileobj", "fd", "events", "data"), self)
        return "SelectorKey(" + ", ".join([f"{name}={part!r}" for name, part in parts]) + ")"

    @property
    def fileobj(self):
        return self[0]

    @property
    def fd(self):
        return self[1]

    @property
    def events(self):
        return self[2]

    @property
    def data(self):
        return self[3]

    def _replace(self, **changes):
        parts = dict(zip(("fileobj", "fd", "events", "data"), self))
        for name in changes:
            if name not in parts:
                raise ValueError(f"Got unexpected field names: {[name]!r}")
        parts.update(changes)
        return SelectorKey(**parts)

    def _asdict(self):
        return dict(zip(("fileobj", "fd", "events", "data"), self))


def _descriptor_of(fileobj):
    if isinstance(fileobj, int):
        descriptor = fileobj
    else:
        try:
            descriptor = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if descriptor < 0:
        raise ValueError(f"Invalid file descriptor: {descriptor}")
    return descriptor


class _Map:
    # What is registered, by the objects that were: nobody changes it here.
    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys_by_descriptor)

    def __getitem__(self, fileobj):
        try:
            return self._selector._keys_by_descriptor[self._selector._look_up(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def __contains__(self, fileobj):
        return self.get(fileobj) is not None

    def __iter__(self):
        return iter([*self._selector._keys_by_descriptor])

    def get(self, fileobj, default=None):
        try:
            return self[fileobj]
        except KeyError:
            return default

    def keys(self):
        return self._selector._keys_by_descriptor.keys()

    def values(self):
        return self._selector._keys_by_descriptor.values()

    def items(self):
        return self._selector._keys_by_descriptor.items()


class BaseSelector:
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError("Selector is closed")
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def get_map(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _Selector(BaseSelector):
    def __init__(self):
        self._keys_by_descriptor = vm_frozen({})
        self._mapping = _Map(self)

    def _look_up(self, fileobj):
        try:
            return _descriptor_of(fileobj)
        except ValueError:
            # It may have been closed meanwhile.
            for key in self._keys_by_descriptor.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        descriptor = self._look_up(fileobj)
        if descriptor in self._keys_by_descriptor:
            raise KeyError(f"{fileobj!r} (FD {descriptor}) is already registered")
        key = SelectorKey(fileobj, descriptor, events, data)
        self._keys_by_descriptor = _netdata.table_with(self._keys_by_descriptor, descriptor, key)
        return key

    def unregister(self, fileobj):
        descriptor = self._look_up(fileobj)
        key = self._keys_by_descriptor.get(descriptor)
        if key is None:
            raise KeyError(f"{fileobj!r} is not registered")
        self._keys_by_descriptor = _netdata.table_without(self._keys_by_descriptor, descriptor)
        return key

    def modify(self, fileobj, events, data=None):
        key = self._keys_by_descriptor.get(self._look_up(fileobj))
        if key is None:
            raise KeyError(f"{fileobj!r} is not registered")
        if events != key.events:
            self.unregister(fileobj)
            return self.register(fileobj, events, data)
        if data != key.data:
            key = key._replace(data=data)
            self._keys_by_descriptor = _netdata.table_with(self._keys_by_descriptor, key.fd, key)
        return key

    def select(self, timeout=None):
        if timeout is not None:
            timeout = max(timeout, 0)
        wanted = {}
        for descriptor, key in self._keys_by_descriptor.items():
            wanted[descriptor] = (1 if key.events & EVENT_READ else 0) | (4 if key.events & EVENT_WRITE else 0)
        ready = []
        for descriptor, has in select._wait(wanted, timeout):
            # What hung up or failed can be read and written: that tells.
            events = (EVENT_READ if has & ~4 else 0) | (EVENT_WRITE if has & ~1 else 0)
            key = self._keys_by_descriptor.get(descriptor)
            if key is not None and events & key.events:
                ready.append((key, events & key.events))
        return ready

    def close(self):
        self._keys_by_descriptor = vm_frozen({})
        self._mapping = None

    def get_map(self):
        return self._mapping


class SelectSelector(_Selector):
    pass


class PollSelector(_Selector):
    pass


class EpollSelector(_Selector):
    def fileno(self):
        raise NotImplementedError("EpollSelector.fileno(): a selector has no descriptor here")


DefaultSelector = EpollSelector
