# multiprocessing.reduction: what one process sends another. Plain data is copied as it is; everything else as pickle has it.

import copyreg
from pickle import Pickler, PicklingError, _Dumper, loads

_PLAIN, _PICKLED = 0, 1

# By class, functions for what is sent only.
_extra = {}


class ForkingPickler(_Dumper):
    def __init__(self, *args):
        super().__init__(None, True)
        self.dispatch_table = {**copyreg.dispatch_table, **_extra}

    @classmethod
    def register(cls, type, reduce):
        _extra[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        return cls()._dumped(obj)

    loads = loads


def register(type, reduce):
    _extra[type] = reduce


def post(value, text=None):
    # The number of a message with a copy of the value in it.
    message = vm_post((_PLAIN, value), repr(value) if text is None else text)
    if message is None:
        message = vm_post((_PICKLED, ForkingPickler.dumps(value)), _text(value) if text is None else text)
    return message


def _text(value):
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def receive(message):
    return opened(*vm_open(message))


def opened(kind, data):
    return data if kind == _PLAIN else loads(data)
