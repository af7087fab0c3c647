# pathlib: paths as objects, as on POSIX, with the files in the machine's memory behind them.

import _files
import fnmatch
import io
import os

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


def _parse(parts):
    # The root and the names of a path that is made of these.
    text = ""
    for part in parts:
        if isinstance(part, PurePath):
            part = part._text
        elif not isinstance(part, str):
            part = _part_text(part)
        if part.startswith("/"):
            text = part
        elif part:
            text += part if not text or text.endswith("/") else "/" + part
    root = ""
    if text.startswith("/"):
        root = "//" if text.startswith("//") and not text.startswith("///") else "/"
    return (root, (*[name for name in text.split("/") if name and name != "."],))


def _part_text(part):
    found = _files.fspath(part)
    if not isinstance(found, str):
        raise TypeError(f"argument should be a str object or an os.PathLike object returning str, not {type(found)}")
    return found


class _Parents:
    def __init__(self, path):
        self._path = path
        self._count = len(path._names)

    def __len__(self):
        return self._count

    def __getitem__(self, at):
        if isinstance(at, slice):
            return (*[self[place] for place in range(*at.indices(self._count))],)
        if not -self._count <= at < self._count:
            raise IndexError(at)
        if at < 0:
            at += self._count
        return self._path._made(self._path._root, self._path._names[:self._count - at - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        self = object.__new__(cls)
        self._set(*_parse(args))
        return self

    def __init__(self, *args):
        pass

    def _set(self, root, names):
        self._root = root
        self._names = names
        self._text = root + "/".join(names) or "."

    def __reduce__(self):
        return type(self), ((self._root,) if self._root else ()) + tuple(self._names)

    def _made(self, root, names):
        made = object.__new__(type(self))
        made._set(root, names)
        return made

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def __bytes__(self):
        return self._text.encode()

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def as_posix(self):
        return self._text

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        made = ""
        for byte in self._text.encode():
            letter = chr(byte)
            safe = byte < 128 and (letter.isalnum() or letter in "_.-~/")
            made += letter if safe else f"%{byte:02X}"
        return "file://" + made

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._text == other._text

    def __hash__(self):
        return hash(self._text)

    def _key(self):
        return (self._root, *self._names) if self._root else self._names

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self._made(*_parse((self, key)))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._made(*_parse((key, self)))
        except TypeError:
            return NotImplemented

    def joinpath(self, *args):
        return self._made(*_parse((self, *args)))

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def parts(self):
        return self._key()

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._root, self._names[:-1] + (name,))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        return self._made(self._root, self._names[:-1] + ((name[:-len(old)] if old else name) + suffix,))

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def _inside(self, other):
        count = len(other._names)
        return self._root == other._root and self._names[:count] == other._names

    def is_relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        return self._inside(self._made(*_parse(other)))

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        known = self._made(*_parse(other))
        if not self._inside(known):
            raise ValueError(f"{self._text!r} is not in the subpath of {known._text!r}"
                             " OR one path is relative and the other is absolute.")
        return self._made("", self._names[len(known._names):])

    def match(self, path_pattern):
        root, names = _parse((path_pattern,))
        if not root and not names:
            raise ValueError("empty pattern")
        own = self._names
        if root and (root != self._root or len(names) != len(own)) or len(names) > len(own):
            return False
        return all([fnmatch.fnmatchcase(own[-at], names[-at]) for at in range(1, len(names) + 1)])


class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))

    def absolute(self):
        return self if self._root else self._made(*_parse((os.getcwd(), self)))

    def resolve(self, strict=False):
        return self._made(*_parse((os.path.realpath(self._text, strict=strict),)))

    def expanduser(self):
        if not self._root and self._names[:1] == ("~",):
            return self._made(*_parse((os.path.expanduser("~"), *self._names[1:])))
        return self

    def samefile(self, other_path):
        return os.path.samefile(self._text, other_path)

    # What is there.

    def stat(self, *, follow_symlinks=True):
        return os.stat(self._text)

    def lstat(self):
        return os.lstat(self._text)

    def owner(self):
        return "user" if self.stat().st_uid else "root"

    group = owner

    def exists(self):
        return os.path.exists(self._text)

    def is_file(self):
        return os.path.isfile(self._text)

    def is_dir(self):
        return os.path.isdir(self._text)

    def is_symlink(self):
        return False

    def is_mount(self):
        return self.resolve()._text == "/"

    def is_socket(self):
        return False

    is_fifo = is_block_device = is_socket

    def is_char_device(self):
        return self.exists() and not self.is_file() and not self.is_dir()

    # Files.

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self._text, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with self.open("r", -1, encoding, errors) as file:
            return file.read()

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            os.utime(self._text)
            return
        flags = os.O_CREAT | os.O_WRONLY
        os.close(os.open(self._text, flags if exist_ok else flags | os.O_EXCL, mode))

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self._text)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self._text, target)
        return self._made(*_parse((target,)))

    def replace(self, target):
        os.replace(self._text, target)
        return self._made(*_parse((target,)))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self._text, mode)

    # Folders.

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self._text, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self._text)

    def iterdir(self):
        for name in os.listdir(self._text):
            yield self._made(self._root, self._names + (name,))

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        root, names = _parse((pattern,))
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if pattern.endswith("/"):
            names += ("",)
        return self._found(names)

    def rglob(self, pattern):
        root, names = _parse((pattern,))
        if root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if pattern.endswith("/"):
            names += ("",)
        return self._found(("**", *names))

    def _found(self, names):
        # The paths below this one that match the parts of a pattern; none twice.
        known = set()
        for found in self._select(names):
            if found._text not in known:
                known.add(found._text)
                yield found

    def _select(self, names):
        if not names:
            yield self
            return
        name, rest = names[0], names[1:]
        if name == "**":
            if self.is_dir():
                for folder in self._folders():
                    yield from folder._select(rest)
            return
        if "**" in name:
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
        if not name or name == "..":
            if self.is_dir():
                yield from (self._made(self._root, self._names + (name,)) if name else self)._select(rest)
            return
        if not any([letter in name for letter in "*?["]):
            inner = self._made(self._root, self._names + (name,))
            if inner.is_dir() if rest else inner.exists():
                yield from inner._select(rest)
            return
        for inner in self._listed():
            if fnmatch.fnmatchcase(inner.name, name) and (not rest or inner.is_dir()):
                yield from inner._select(rest)

    def _listed(self):
        try:
            return [inner for inner in self.iterdir()]
        except OSError:
            return []

    def _folders(self):
        yield self
        for inner in self._listed():
            if inner.is_dir():
                yield from inner._folders()

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        pass


class PosixPath(Path, PurePosixPath):
    pass
