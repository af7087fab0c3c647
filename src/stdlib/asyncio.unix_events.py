# asyncio: the loop that programs are given.

from asyncio.base_events import BaseEventLoop
from asyncio.events import _factory

if vm_mentioned(
    "connection", "server", "Server", "tream", "sock", "rotocol", "ransport", "reader", "writer",
    "addrinfo", "nameinfo", "endpoint", "_pipe", "start_tls", "trsock", "selector", "sendfile",
):
    from asyncio.selector_events import BaseSelectorEventLoop as BaseEventLoop


class _UnixSelectorEventLoop(BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()


SelectorEventLoop = _UnixSelectorEventLoop
_factory.append(_UnixSelectorEventLoop)
