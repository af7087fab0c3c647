# sys: what a program asks of its interpreter. There is no file system, and no C stack to speak of.

argv = [vm_script()]
byteorder = "little"
executable = "/usr/bin/python3"
hexversion = 51054576
maxsize = 9223372036854775807
maxunicode = 1114111
path = [""]
platform = "linux"
version = "3.11.7 (raddle)"


class _VersionInfo(tuple):
    def __new__(cls, *args):
        raise TypeError("cannot create 'sys.version_info' instances")

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


version_info = tuple.__new__(_VersionInfo, (3, 11, 7, "final", 0))


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-311"
    hexversion = hexversion

    def __init__(self):
        self.version = version_info


implementation = _Implementation()


class _Stream:
    encoding = "utf-8"
    errors = "strict"
    mode = "w"
    closed = False
    newlines = None
    line_buffering = write_through = False

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

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        # What is written is there at once, and in one way only.
        if encoding is not None and encoding.lower().replace("_", "-") not in ("utf-8", "utf8"):
            raise LookupError(f"raddle writes utf-8 only, not {encoding}")

    @property
    def buffer(self):
        return _Bytes(self)

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


class _Bytes:
    # What sys.stdout.buffer is.
    mode = "wb"
    closed = False

    def __init__(self, stream):
        self._stream = stream
        self.name = stream.name
        self.fileno = stream.fileno

    def write(self, data):
        self._stream.write(bytes(data).decode("utf-8", "replace"))
        return len(data)

    def flush(self):
        pass

    def writable(self):
        return True

    def readable(self):
        return False

    def isatty(self):
        return False


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
        vm_name(self._turn, "stdin")

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


def _input(*prompt):
    if len(prompt) > 1:
        raise TypeError(f"input expected at most 1 argument, got {len(prompt)}")
    stdout.write(str(prompt[0]) if prompt else "")
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
    if not isinstance(unraisable, _UnraisableHookArgs):
        raise TypeError("sys.unraisablehook argument type must be UnraisableHookArgs")
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


_interned = {}


def intern(string, /):
    if not isinstance(string, str):
        raise TypeError(f"intern() argument must be str, not {string.__class__.__name__}")
    if type(string) is not str:
        raise TypeError(f"can't intern {type(string).__name__}")
    return _interned.setdefault(string, string)


def is_finalizing():
    return False


def gettrace():
    return None


def getprofile():
    return None


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


if vm_mentioned("prefix", "copyright", "api_version", "orig_argv", "builtin_module_names", "abiflags", "platlibdir"):
    prefix = exec_prefix = base_prefix = base_exec_prefix = "/usr"
    platlibdir = "lib"
    abiflags = ""
    api_version = 1013
    float_repr_style = "short"
    orig_argv = [executable, *argv]
    builtin_module_names = ("_thread", "atexit", "errno", "itertools", "sys", "time")
    copyright = "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved."

if vm_mentioned("call_tracing", "_clear_type_cache", "dlopenflags"):
    def call_tracing(func, args, /):
        if not isinstance(args, tuple):
            raise TypeError(f"call_tracing() argument 2 must be tuple, not {type(args).__name__}")
        return func(*args)

    def _clear_type_cache():
        pass

    def getdlopenflags():
        return _limits.get("open", 2)

    def setdlopenflags(flags, /):
        if not isinstance(flags, int):
            raise TypeError(f"'{type(flags).__name__}' object cannot be interpreted as an integer")
        _limits["open"] = flags

if vm_mentioned("excepthook"):
    def excepthook(exctype, value, traceback, /):
        if isinstance(value, BaseException):
            stderr.write(vm_report(value))
        else:
            kind = type(value).__name__
            stderr.write(f"TypeError: print_exception(): Exception expected for value, {kind} found\n")

    __excepthook__ = excepthook

    def _uncaught(error):
        # What ended the program's text, for a hook of the program.
        hook = excepthook
        if hook is __excepthook__:
            return
        vm_keep_quiet(error)
        try:
            hook(type(error), error, error.__traceback__)
        except BaseException as failure:
            told = vm_report(failure), vm_report(error)
            vm_write(f"Error in sys.excepthook:\n{told[0]}\nOriginal exception was:\n{told[1]}", True)

if vm_mentioned("_getframe"):
    def _getframe(depth=0, /):
        # The frame that asks, or one further out.
        tb, frames = vm_stack(), []
        while tb is not None:
            frame = tb.tb_frame
            frame.f_back = frames[-1] if frames else None
            frames.append(frame)
            tb = tb.tb_next
        if depth >= len(frames):
            raise ValueError("call stack is not deep enough")
        return frames[-1 - max(depth, 0)]

if vm_mentioned("displayhook"):
    def displayhook(value, /):
        if value is not None:
            stdout.write(repr(value) + "\n")

    __displayhook__ = displayhook

if vm_mentioned("stdlib_module_names"):
    stdlib_module_names = frozenset((
        "abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 "
        "cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent "
        "configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal "
        "difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput "
        "fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib "
        "heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress itertools json keyword linecache "
        "locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing "
        "netrc nis nntplib nt ntpath nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb pickle "
        "pickletools pipes pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile "
        "pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched "
        "secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd "
        "sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau "
        "symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap threading time timeit "
        "tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest "
        "urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp "
        "zipfile zipimport zlib zoneinfo "
    ).split())

if vm_mentioned("float_info", "int_info", "hash_info", "thread_info", "flags"):
    import _sys_info

    float_info = _sys_info.float_info
    int_info = _sys_info.int_info
    hash_info = _sys_info.hash_info
    thread_info = _sys_info.thread_info
    flags = _sys_info.flags

if vm_mentioned("sys.modules", "import modules"):
    # Those that the program has, by their names. They are what they are: another cannot take their place.
    _NAMES = (
        "__main__ abc argparse array asyncio atexit base64 binascii bisect builtins codecs collections collections.abc "
        "concurrent.futures configparser contextlib contextvars copy csv ctypes dataclasses datetime decimal enum "
        "errno fnmatch fractions functools glob hashlib heapq hmac inspect io itertools json logging logging.config "
        "logging.handlers math "
        "multiprocessing numbers operator os os.path pathlib pickle platform pprint queue random re sched secrets select "
        "selectors shutil signal socket socketserver statistics string struct subprocess sys tempfile textwrap threading "
        "time timeit traceback types typing unittest uuid warnings weakref"
    )

    class _Modules(dict):
        def __setitem__(self, name, module):
            if self.get(name) is not module:
                raise TypeError("raddle does not put another module in the place of one")

        def __delitem__(self, name):
            raise TypeError("raddle does not forget modules")

        def pop(self, name, *otherwise):
            if name not in self and otherwise:
                return otherwise[0]
            raise TypeError("raddle does not forget modules")

    modules = _Modules([(name, vm_module(name)) for name in _NAMES.split() if vm_module(name) is not None])

if vm_mentioned("meta_path", "path_hooks", "path_importer_cache"):
    # Nobody looks for modules: they are compiled into the program.
    meta_path = []
    path_hooks = []
    path_importer_cache = {}
