# asyncio: who would wait for processes. raddle runs no other programs, so that there is nothing to wait for.

from asyncio.events import get_event_loop_policy


class AbstractChildWatcher:
    def __init__(self, *args):
        raise NotImplementedError("raddle runs no other programs whose end a watcher could tell")


class PidfdChildWatcher(AbstractChildWatcher):
    pass


class BaseChildWatcher(AbstractChildWatcher):
    pass


class SafeChildWatcher(BaseChildWatcher):
    pass


class FastChildWatcher(BaseChildWatcher):
    pass


class MultiLoopChildWatcher(AbstractChildWatcher):
    pass


class ThreadedChildWatcher(AbstractChildWatcher):
    pass


def get_child_watcher():
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return get_event_loop_policy().set_child_watcher(watcher)
