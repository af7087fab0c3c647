"""An exception goes through `with lock`, which gives the lock back; release returns nothing."""
from threading import BoundedSemaphore, Condition, Lock, RLock, Semaphore

for lock in (Lock(), RLock(), Condition(), Condition(Lock()), Semaphore(), BoundedSemaphore(2)):
    try:
        with lock:
            raise ValueError('inside')
        print('lost')
    except ValueError as error:
        print(error, lock.acquire(False), lock.release())
    with lock as entered:
        print(entered)
