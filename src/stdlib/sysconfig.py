# sysconfig: how CPython was built, as far as programs ask; nothing is installed here.

_VALUES = {
    "SIZEOF_INT": 4, "SIZEOF_LONG": 8, "SIZEOF_VOID_P": 8, "SIZEOF_SIZE_T": 8, "SIZEOF_TIME_T": 8, "SIZEOF_WCHAR_T": 4,
    "SIZEOF_LONG_LONG": 8, "SIZEOF_SHORT": 2, "SIZEOF_DOUBLE": 8, "SIZEOF_FLOAT": 4, "Py_DEBUG": 0, "Py_HASH_ALGORITHM": 0,
    "WITH_THREAD": 1, "HAVE_FORK": 1, "py_version": "3.11.7", "py_version_short": "3.11", "py_version_nodot": "311",
    "VERSION": "3.11", "EXT_SUFFIX": ".cpython-311-x86_64-linux-gnu.so", "SOABI": "cpython-311-x86_64-linux-gnu",
    "MULTIARCH": "x86_64-linux-gnu", "HOST_GNU_TYPE": "x86_64-pc-linux-gnu", "EXE": "", "abiflags": "",
}


def get_config_vars(*args):
    return [_VALUES.get(name) for name in args] if args else dict(_VALUES)


def get_config_var(name):
    return _VALUES.get(name)


def get_python_version():
    return "3.11"


def get_platform():
    return "linux-x86_64"


def is_python_build(check_home=None):
    return False
