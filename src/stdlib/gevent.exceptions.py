# What gevent raises.

from greenlet import GreenletExit


class LoopExit(Exception):
    @property
    def hub(self):
        return self.args[1] if len(self.args) == 3 else None

    def __repr__(self):
        return str(self) if len(self.args) == 3 else Exception.__repr__(self)

    def __str__(self):
        if len(self.args) != 3:
            return Exception.__str__(self)
        return f"{self.args[0]}\n\tHub: {self.args[1]}\n\tHandles:\n{self.args[2]}"


class BlockingSwitchOutError(AssertionError):
    pass


class InvalidSwitchError(AssertionError):
    pass


class ConcurrentObjectUseError(AssertionError):
    pass


class InvalidThreadUseError(RuntimeError):
    pass


class HubDestroyed(GreenletExit):
    pass
