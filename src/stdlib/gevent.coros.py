# gevent.coros: the old name of gevent.lock.

from gevent.lock import BoundedSemaphore, DummySemaphore, RLock, Semaphore
