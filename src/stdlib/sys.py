# sys: what a program asks of its interpreter. There is no file system, and no C stack to speak of.

argv = [vm_script()]
byteorder = "little"
executable = "/usr/bin/python3"
hexversion = 51055600
maxsize = 9223372036854775807
maxunicode = 1114111
path = [""]
platform = "linux"
version = "3.11.7 (raddle)"


class _VersionInfo(tuple):
    def __repr__(self):
        numbers = f"major={self[0]}, minor={self[1]}, micro={self[2]}"
        return f"sys.version_info({numbers}, releaselevel={self[3]!r}, serial={self[4]})"

    @property
    def major(self):
        return self[0]

    @property
    def minor(self):
        return self[1]

    @property
    def micro(self):
        return self[2]

    @property
    def releaselevel(self):
        return self[3]

    @property
    def serial(self):
        return self[4]


version_info = _VersionInfo((3, 11, 7, "final", 0))


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-311"

    def __init__(self):
        self.version = version_info


implementation = _Implementation()


class _Stream:
    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name, error):
        self.name = name
        self._error = error

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {text.__class__.__name__}")
        vm_write(text, self._error)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def fileno(self):
        return 2 if self._error else 1

    def isatty(self):
        return False

    def writable(self):
        return True

    def readable(self):
        return False

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='w' encoding='utf-8'>"


class _Input:
    encoding = "utf-8"
    errors = "strict"
    name = "<stdin>"
    mode = "r"
    closed = False

    def __init__(self):
        self._text = vm_input()
        self._at = 0
        self._turn = []

    def _take(self, size, behind):
        # What is taken at once ends where `behind` says, or after so many characters: nobody comes in between.
        self._turn.__imul__(1)
        vm_atomic(True)
        try:
            start = self._at
            end = behind(start)
            if size is not None and size >= 0:
                end = min(end, start + size)
            self._at = end
            return self._text[start:end]
        finally:
            vm_atomic(False)

    def readline(self, size=-1, /):
        return self._take(size, lambda start: self._text.find("\n", start) + 1 or len(self._text))

    def read(self, size=-1, /):
        return self._take(size, lambda start: len(self._text))

    def readlines(self, hint=-1, /):
        lines = []
        length = 0
        while line := self.readline():
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def fileno(self):
        return 0

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return False

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"


def _input(prompt="", /):
    stdout.write(str(prompt))
    line = stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line[:-1] if line.endswith("\n") else line


stdin = __stdin__ = _Input()
stdout = __stdout__ = _Stream("<stdout>", False)
stderr = __stderr__ = _Stream("<stderr>", True)

_limits = {"recursion": 1000, "switch": 0.005}


def exit(status=None):
    raise SystemExit(status) if status is not None else SystemExit()


def exc_info():
    error = vm_handled()
    if error is None:
        return (None, None, None)
    return (error.__class__, error, error.__traceback__)


def exception():
    return vm_handled()


class _UnraisableHookArgs(tuple):
    def __repr__(self):
        names = ("exc_type", "exc_value", "exc_traceback", "err_msg", "object")
        return "UnraisableHookArgs(" + ", ".join([f"{name}={part!r}" for name, part in zip(names, self)]) + ")"

    @property
    def exc_type(self):
        return self[0]

    @property
    def exc_value(self):
        return self[1]

    @property
    def exc_traceback(self):
        return self[2]

    @property
    def err_msg(self):
        return self[3]

    @property
    def object(self):
        return self[4]


def unraisablehook(unraisable, /):
    text = "Exception ignored in" if unraisable.err_msg is None else unraisable.err_msg
    if unraisable.object is not None:
        text += f": {unraisable.object!r}"
    vm_write(f"{text}\n" + vm_report(unraisable.exc_value), True)


__unraisablehook__ = unraisablehook

if vm_mentioned("unraisablehook"):
    vm_hook_unraisable(lambda told: unraisablehook(_UnraisableHookArgs(told)))

if vm_mentioned("int_info", "float_info", "hash_info", "thread_info", "flags"):
    class _Info(tuple):
        # A tuple whose parts have names.
        def __getattr__(self, name):
            if name in self._names:
                return self[self._names.index(name)]
            raise AttributeError(f"'{self._kind}' object has no attribute '{name}'")

        def __repr__(self):
            parts = [f"{name}={part!r}" for name, part in zip(self._names, self)]
            return f"{self._kind}({', '.join(parts)})"

    class _IntInfo(_Info):
        _kind = "sys.int_info"
        _names = ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")

    class _FloatInfo(_Info):
        _kind = "sys.float_info"
        _names = ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds")

    class _HashInfo(_Info):
        _kind = "sys.hash_info"
        _names = ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")

    class _ThreadInfo(_Info):
        _kind = "sys.thread_info"
        _names = ("name", "lock", "version")

    class _Flags(_Info):
        _kind = "sys.flags"
        _names = (
            "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
            "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
            "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits",
        )

    int_info = _IntInfo((30, 4, 4300, 640))
    float_info = _FloatInfo((
        1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1,
    ))
    hash_info = _HashInfo((64, (1 << 61) - 1, 314159, 0, 1000003, "siphash13", 64, 128, 0))
    thread_info = _ThreadInfo(("pthread", "semaphore", None))
    flags = _Flags((0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, -1))

if vm_mentioned("max_str_digits"):
    def get_int_max_str_digits():
        return vm_most_digits(None)

    def set_int_max_str_digits(maxdigits):
        if not isinstance(maxdigits, int):
            raise TypeError(f"'{type(maxdigits).__name__}' object cannot be interpreted as an integer")
        if 0 < maxdigits < 640:
            raise ValueError("maxdigits must be 0 or larger than 640")
        vm_most_digits(maxdigits)


def getrecursionlimit():
    return _limits["recursion"]


def setrecursionlimit(limit):
    if not isinstance(limit, int):
        raise TypeError(f"'{limit.__class__.__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    before = _limits["recursion"]
    depth = vm_recursion_limit(limit) - 1
    if depth >= limit:
        vm_recursion_limit(before)
        text = f"cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
        raise RecursionError(text)
    _limits["recursion"] = limit


def getswitchinterval():
    return _limits["switch"]


def setswitchinterval(interval):
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    _limits["switch"] = interval


def intern(string):
    if not isinstance(string, str):
        raise TypeError(f"intern() argument must be str, not {string.__class__.__name__}")
    return string


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"
