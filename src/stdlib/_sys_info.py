# sys: tuples that tell how the interpreter represents things and was started.


def _kind(title, *names):
    class Info(tuple):
        __module__ = "sys"
        __qualname__ = title.rpartition(".")[2]
        n_fields = n_sequence_fields = len(names)
        n_unnamed_fields = 0
        __match_args__ = names

        def __new__(cls, *args):
            raise TypeError(f"cannot create '{title}' instances")

        def __getattr__(self, name):
            if name in names:
                return self[names.index(name)]
            raise AttributeError(f"'{title}' object has no attribute '{name}'")

        def __repr__(self):
            return f"{title}(" + ", ".join([f"{name}={value!r}" for name, value in zip(names, self)]) + ")"

    return Info


def _made(title, **values):
    return tuple.__new__(_kind(title, *values), values.values())


float_info = _made(
    "sys.float_info", max=1.7976931348623157e308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021,
    min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1,
)
int_info = _made(
    "sys.int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640
)
hash_info = _made(
    "sys.hash_info", width=64, modulus=2305843009213693951, inf=314159, nan=0, imag=1000003, algorithm="siphash13",
    hash_bits=64, seed_bits=128, cutoff=0,
)
thread_info = _made("sys.thread_info", name="pthread", lock="semaphore", version="NPTL 2.36")
flags = _made(
    "sys.flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0, no_user_site=0, no_site=0,
    ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=1, isolated=0, dev_mode=False, utf8_mode=0,
    warn_default_encoding=0, safe_path=False, int_max_str_digits=4300,
)
