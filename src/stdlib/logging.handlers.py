# logging.handlers: records that wait in a queue or in memory, go to another process, or to files that grow old. What needs
# an operating system or a mail server is not here.

import threading as _threading
import time as _time

import logging as _logging

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = 514
SYSLOG_TCP_PORT = 514
_MIDNIGHT = 86400


def _copy_of(record):
    kind = type(record)
    twin = kind.__new__(kind)
    twin.__dict__.update(record.__dict__)
    return twin


class QueueHandler(_logging.Handler):
    def __init__(self, queue):
        _logging.Handler.__init__(self)
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        text = self.format(record)
        record = _copy_of(record)
        record.message = record.msg = text
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        self._thread = thread = _threading.Thread(target=self._monitor)
        thread.daemon = True
        thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        counts = hasattr(self.queue, "task_done")
        while True:
            try:
                record = self.dequeue(True)
                if record is not self._sentinel:
                    self.handle(record)
                if counts:
                    self.queue.task_done()
                if record is self._sentinel:
                    break
            except Exception as error:
                # A queue of whatever kind is empty: somebody's dequeue() does not wait for ever.
                if type(error).__name__ != "Empty":
                    raise
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        self.enqueue_sentinel()
        self._thread.join()
        self._thread = None


class BufferingHandler(_logging.Handler):
    def __init__(self, capacity):
        _logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []
        self.createLock()

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        with self.lock:
            self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            _logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=_logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        with self.lock:
            self.target = target

    def flush(self):
        with self.lock:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            with self.lock:
                self.target = None
                BufferingHandler.close(self)


if vm_mentioned("FileHandler", "RotatingHandler"):
    import os as _os

    class BaseRotatingHandler(_logging.FileHandler):
        namer = None
        rotator = None

        def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
            _logging.FileHandler.__init__(self, filename, mode, encoding, delay, errors)

        def emit(self, record):
            try:
                if self.shouldRollover(record):
                    self.doRollover()
                _logging.FileHandler.emit(self, record)
            except Exception:
                self.handleError(record)

        def rotation_filename(self, default_name):
            return self.namer(default_name) if callable(self.namer) else default_name

        def rotate(self, source, dest):
            if callable(self.rotator):
                self.rotator(source, dest)
            elif _os.path.exists(source):
                _os.rename(source, dest)

        def _end_stream(self):
            if self.stream:
                self.stream.close()
                self.stream = None

        def _is_odd(self):
            # Neither a file nor missing: it is left as it is.
            return _os.path.exists(self.baseFilename) and not _os.path.isfile(self.baseFilename)

    class RotatingFileHandler(BaseRotatingHandler):
        def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
            if maxBytes > 0:
                mode = "a"
            BaseRotatingHandler.__init__(self, filename, mode, encoding, delay, errors)
            self.maxBytes = maxBytes
            self.backupCount = backupCount

        def doRollover(self):
            self._end_stream()
            if self.backupCount > 0:
                for number in range(self.backupCount - 1, 0, -1):
                    older = self.rotation_filename(f"{self.baseFilename}.{number + 1}")
                    newer = self.rotation_filename(f"{self.baseFilename}.{number}")
                    if _os.path.exists(newer):
                        if _os.path.exists(older):
                            _os.remove(older)
                        _os.rename(newer, older)
                newest = self.rotation_filename(self.baseFilename + ".1")
                if _os.path.exists(newest):
                    _os.remove(newest)
                self.rotate(self.baseFilename, newest)
            if not self.delay:
                self.stream = self._open()

        def shouldRollover(self, record):
            if self._is_odd():
                return False
            if self.stream is None:
                self.stream = self._open()
            if self.maxBytes <= 0:
                return False
            length = len(self.format(record)) + 1
            self.stream.seek(0, 2)
            return self.stream.tell() + length >= self.maxBytes

    # What `when` means: seconds, and what the name of an old file ends with.
    _STEPS = {
        "S": (1, "%Y-%m-%d_%H-%M-%S"),
        "M": (60, "%Y-%m-%d_%H-%M"),
        "H": (3600, "%Y-%m-%d_%H"),
        "D": (_MIDNIGHT, "%Y-%m-%d"),
        "MIDNIGHT": (_MIDNIGHT, "%Y-%m-%d"),
        "W": (7 * _MIDNIGHT, "%Y-%m-%d"),
    }

    class TimedRotatingFileHandler(BaseRotatingHandler):
        def __init__(
            self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None,
            errors=None,
        ):
            BaseRotatingHandler.__init__(self, filename, "a", encoding, delay, errors)
            self.when = when.upper()
            self.backupCount = backupCount
            self.utc = utc
            self.atTime = atTime
            weekly = self.when.startswith("W")
            if not weekly and self.when not in _STEPS:
                raise ValueError(f"Invalid rollover interval specified: {self.when}")
            if weekly:
                if len(self.when) != 2:
                    what = "You must specify a day for weekly rollover from 0 to 6 (0 is Monday): "
                    raise ValueError(what + self.when)
                if not "0" <= self.when[1] <= "6":
                    raise ValueError(f"Invalid day specified for weekly rollover: {self.when}")
                self.dayOfWeek = int(self.when[1])
            step, self.suffix = _STEPS["W" if weekly else self.when]
            self.interval = step * interval
            known = _os.path.exists(self.baseFilename)
            self.rolloverAt = self.computeRollover(int(_os.stat(self.baseFilename).st_mtime if known else _time.time()))

        def computeRollover(self, currentTime):
            if self.when != "MIDNIGHT" and self.when[0] != "W":
                return currentTime + self.interval
            moment = _time.gmtime(currentTime) if self.utc else _time.localtime(currentTime)
            day = moment.tm_wday
            due = _MIDNIGHT
            if self.atTime is not None:
                due = (self.atTime.hour * 60 + self.atTime.minute) * 60 + self.atTime.second
            wait = due - ((moment.tm_hour * 60 + moment.tm_min) * 60 + moment.tm_sec)
            if wait < 0:
                wait += _MIDNIGHT
                day = (day + 1) % 7
            if self.when[0] == "W":
                wait += (self.dayOfWeek - day) % 7 * _MIDNIGHT
            return currentTime + wait

        def shouldRollover(self, record):
            now = int(_time.time())
            if now < self.rolloverAt:
                return False
            if self._is_odd():
                self.rolloverAt = self.computeRollover(now)
                return False
            return True

        def _is_moment(self, text):
            # Whether a text looks as the suffix does, whatever the digits are.
            shape = "".join(["0" if letter.isdigit() and letter.isascii() else letter for letter in text])
            return shape == _time.strftime(self.suffix, _time.gmtime(0)).translate(_DIGITS)

        def getFilesToDelete(self):
            folder, base = _os.path.split(self.baseFilename)
            stem, ending = _os.path.splitext(base)
            prefix = stem + "."
            result = []
            for name in _os.listdir(folder):
                if self.namer is None and not name.startswith(base):
                    continue
                at = len(prefix) + 1
                if self.namer is not None and not name.startswith(base) and name.endswith(ending):
                    if len(name) > at and not name[at].isdigit():
                        continue
                if name.startswith(prefix) and any([self._is_moment(part) for part in name[len(prefix):].split(".")]):
                    result.append(_os.path.join(folder, name))
            result.sort()
            return result[:max(0, len(result) - self.backupCount)]

        def doRollover(self):
            self._end_stream()
            now = int(_time.time())
            began = self.rolloverAt - self.interval
            moment = _time.gmtime(began) if self.utc else _time.localtime(began)
            old = self.rotation_filename(self.baseFilename + "." + _time.strftime(self.suffix, moment))
            if _os.path.exists(old):
                _os.remove(old)
            self.rotate(self.baseFilename, old)
            if self.backupCount > 0:
                for name in self.getFilesToDelete():
                    _os.remove(name)
            if not self.delay:
                self.stream = self._open()
            next = self.computeRollover(now)
            while next <= now:
                next += self.interval
            self.rolloverAt = next

    _DIGITS = {number: "0" for number in range(48, 58)}

    class WatchedFileHandler(_logging.FileHandler):
        def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
            _logging.FileHandler.__init__(self, filename, mode, encoding, delay, errors)
            self.dev, self.ino = -1, -1
            self._statstream()

        def _statstream(self):
            if self.stream:
                told = _os.fstat(self.stream.fileno())
                self.dev, self.ino = told.st_dev, told.st_ino

        def reopenIfNeeded(self):
            try:
                told = _os.stat(self.baseFilename)
            except FileNotFoundError:
                told = None
            if told and (told.st_dev, told.st_ino) == (self.dev, self.ino) or self.stream is None:
                return
            self.stream.flush()
            self.stream.close()
            self.stream = None
            self.stream = self._open()
            self._statstream()

        def emit(self, record):
            self.reopenIfNeeded()
            _logging.FileHandler.emit(self, record)


if vm_mentioned("SocketHandler", "DatagramHandler"):
    import pickle as _pickle
    import socket as _socket

    class SocketHandler(_logging.Handler):
        def __init__(self, host, port):
            _logging.Handler.__init__(self)
            self.host = host
            self.port = port
            self.address = host if port is None else (host, port)
            self.sock = None
            self.closeOnError = False
            self.retryTime = None
            self.retryStart = 1.0
            self.retryMax = 30.0
            self.retryFactor = 2.0
            self.createLock()

        def makeSocket(self, timeout=1):
            if self.port is not None:
                return _socket.create_connection(self.address, timeout=timeout)
            made = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
            made.settimeout(timeout)
            try:
                made.connect(self.address)
            except OSError:
                made.close()
                raise
            return made

        def createSocket(self):
            # After a failure nobody tries for a while, longer each time.
            now = _time.time()
            if self.retryTime is not None and now < self.retryTime:
                return
            try:
                self.sock = self.makeSocket()
                self.retryTime = None
            except OSError:
                if self.retryTime is None:
                    self.retryPeriod = self.retryStart
                else:
                    self.retryPeriod = min(self.retryPeriod * self.retryFactor, self.retryMax)
                self.retryTime = now + self.retryPeriod

        def send(self, s):
            if self.sock is None:
                self.createSocket()
            if self.sock:
                try:
                    self.sock.sendall(s)
                except OSError:
                    self.sock.close()
                    self.sock = None

        def makePickle(self, record):
            if record.exc_info:
                self.format(record)
            _logging._note_times(record)
            values = dict(record.__dict__)
            values.pop("_moment", None)
            values["msg"] = record.getMessage()
            values["args"] = values["exc_info"] = None
            values.pop("message", None)
            text = _pickle.dumps(values, 1)
            return len(text).to_bytes(4, "big") + text

        def handleError(self, record):
            if self.closeOnError and self.sock:
                self.sock.close()
                self.sock = None
            else:
                _logging.Handler.handleError(self, record)

        def emit(self, record):
            try:
                self.send(self.makePickle(record))
            except Exception:
                self.handleError(record)

        def close(self):
            with self.lock:
                sock = self.sock
                if sock:
                    self.sock = None
                    sock.close()
                _logging.Handler.close(self)

    class DatagramHandler(SocketHandler):
        def makeSocket(self):
            family = _socket.AF_UNIX if self.port is None else _socket.AF_INET
            return _socket.socket(family, _socket.SOCK_DGRAM)

        def send(self, s):
            if self.sock is None:
                self.createSocket()
            self.sock.sendto(s, self.address)

_logging.handlers = vm_module("logging.handlers")
