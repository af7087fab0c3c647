# platform: which machine this is. It is always the same: raddle's own, which looks like a Linux with CPython 3.11.

_FIELDS = ("system", "node", "release", "version", "machine")


class uname_result(tuple):
    _fields = (*_FIELDS, "processor")
    __match_args__ = _fields

    def __new__(cls, system, node, release, version, machine):
        return tuple.__new__(cls, (system, node, release, version, machine, ""))

    @property
    def system(self):
        return self[0]

    @property
    def node(self):
        return self[1]

    @property
    def release(self):
        return self[2]

    @property
    def version(self):
        return self[3]

    @property
    def machine(self):
        return self[4]

    @property
    def processor(self):
        return self[5]

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in zip(_FIELDS, self)]
        return "uname_result(" + ", ".join(parts) + ")"


_UNAME = uname_result("Linux", "raddle", "6.1.0", "#1 SMP", "x86_64")


def uname():
    return _UNAME


def system():
    return "Linux"


def node():
    return _UNAME[1]


def release():
    return _UNAME[2]


def version():
    return _UNAME[3]


def machine():
    return _UNAME[4]


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return ("64bit", "ELF")


def platform(aliased=False, terse=False):
    return "Linux-6.1.0-glibc2.36" if terse else "Linux-6.1.0-x86_64-with-glibc2.36"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return ("glibc", "2.36")


def python_version():
    return "3.11.7"


def python_version_tuple():
    return ("3", "11", "7")


def python_implementation():
    return "CPython"


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return ("main", "Dec  4 2023 00:00:00")


def python_compiler():
    return "raddle"
