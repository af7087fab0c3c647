# Timers, and those that begin again.
import threading
import time


class RepeatTimer(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


class Countdown(threading.Timer):
    def __init__(self, interval, function, count):
        super().__init__(interval, function)
        self.count = count

    def run(self):
        while not self.finished.is_set():
            self.finished.wait(self.interval)
            if self.count == 0:
                self.finished.set()
            else:
                self.function(self.count)
                self.count -= 1


beat = RepeatTimer(0.2, print, args=['tick'])
print(beat.interval, beat.args, beat.kwargs, beat.function is print, beat.finished.is_set())
beat.start()
time.sleep(0.7)
beat.cancel()
beat.join()
print(beat.finished.is_set())
down = Countdown(0.01, print, 3)
down.start()
down.join()
once = threading.Timer(0.1, print, ['once'], {'end': '!\n'})
once.start()
print(once.finished.is_set(), once.finished.wait(0.01), once.finished.wait(5))
once.join()
once.cancel()
print(once.finished.is_set(), once.is_alive())
never = threading.Timer(5, print, ['never'])
never.start()
never.cancel()
never.join()
print(never.finished.wait(0), never.finished.wait())
early = threading.Timer(0.01, print, ['early'])
early.finished.set()
early.start()
early.join()
failing = threading.Timer(0, lambda: print('works'))
threading.Timer(0.01, failing.cancel).start()
failing.start()
failing.join()
print(failing.finished.wait(1))
