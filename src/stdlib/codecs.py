# codecs: encodings and error handlers by name, those of the program too, and streams that encode and decode.

from _codecs_more import (
    _ALIASES, _CODECS, _base64_decode, _base64_encode, _hex_decode, _hex_encode, _rot13, _charmap_named, _charmap_of,
    _idna_decode, _idna_encode, _utf7_decode, _utf7_encode,
)
from _io_decoding import whole_bytes

__all__ = [
    "register", "unregister", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
    "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
    "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter", "StreamReaderWriter",
    "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter",
    "encode", "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors",
    "xmlcharrefreplace_errors", "backslashreplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    # What lookup() returns: four functions, and more by name.
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
                name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


# Error handlers.


def _check_error(error, *kinds):
    if not isinstance(error, kinds):
        raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(exception):
    if not isinstance(exception, BaseException):
        raise TypeError("codec must pass exception instance")
    raise exception


def ignore_errors(exception):
    _check_error(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    return "", exception.end


def replace_errors(exception):
    _check_error(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", exception.end
    return ("?" if isinstance(exception, UnicodeEncodeError) else "\ufffd") * (exception.end - exception.start), exception.end


def xmlcharrefreplace_errors(exception):
    _check_error(exception, UnicodeEncodeError)
    part = exception.object[exception.start : exception.end]
    return "".join([f"&#{ord(c)};" for c in part]), exception.end


def backslashreplace_errors(exception):
    _check_error(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    part = exception.object[exception.start : exception.end]
    if isinstance(exception, UnicodeDecodeError):
        return "".join([f"\\x{byte:02x}" for byte in part]), exception.end
    texts = []
    for code in [ord(c) for c in part]:
        texts.append(f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}")
    return "".join(texts), exception.end


_handlers = {
    "strict": strict_errors,
    "ignore": ignore_errors,
    "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors,
}
_NATIVE = frozenset(_handlers)


def register_error(name, handler):
    if not isinstance(name, str):
        raise TypeError(f"register_error() argument 1 must be str, not {type(name).__name__}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[name] = handler


def lookup_error(name):
    if not isinstance(name, str):
        raise TypeError(f"lookup_error() argument must be str, not {type(name).__name__}")
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


def _answer(error, handler, kind):
    # What a handler wants in the place of a mistake, and where to go on.
    answer = handler(error)
    encoding = isinstance(error, UnicodeEncodeError)
    if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[1], int) or not isinstance(answer[0], kind):
        what = "encoding error handler must return (str/bytes, int) tuple" if encoding else "decoding error handler must return (str, int) tuple"
        raise TypeError(what)
    size = len(error.object)
    at = answer[1] + size if answer[1] < 0 else answer[1]
    if not 0 <= at <= size:
        raise IndexError(f"position {answer[1]} from error handler out of bounds")
    return answer[0], at


# The encodings that the machine has.


def _encoded(codec, text, errors):
    if not isinstance(text, str):
        raise TypeError(f"{codec.replace('-', '_')}_encode() argument 1 must be str, not {type(text).__name__}")
    if errors in _NATIVE and _handlers[errors] in _OWN_HANDLERS:
        return text.encode(codec, errors)
    mark = "".encode(codec)
    plain = codec + "-le" if mark and codec != "utf-8-sig" else "utf-8" if mark else codec
    parts = [mark]
    at = 0
    while True:
        rest = text[at:]
        try:
            parts.append(rest.encode(plain))
            return b"".join(parts)
        except UnicodeEncodeError as found:
            start, end = at + found.start, at + found.end
            parts.append(text[at:start].encode(plain))
            error = UnicodeEncodeError(found.encoding, text, start, end, found.reason)
        put, at = _answer(error, lookup_error(errors), (str, bytes))
        if isinstance(put, str):
            try:
                put = put.encode(plain)
            except UnicodeEncodeError:
                raise error from None
        parts.append(put)


def _decoded(codec, data, errors):
    data = bytes(data)
    if errors in _NATIVE and _handlers[errors] in _OWN_HANDLERS:
        return data.decode(codec, errors)
    texts = []
    at = 0
    while True:
        try:
            texts.append(data[at:].decode(codec))
            return "".join(texts)
        except UnicodeDecodeError as found:
            start, end = at + found.start, at + found.end
            texts.append(data[at:start].decode(codec))
            error = UnicodeDecodeError(found.encoding, data, start, end, found.reason)
        put, at = _answer(error, lookup_error(errors), str)
        if codec in ("utf-16", "utf-32"):
            codec += "-be" if data[:2] in (b"\xfe\xff", b"\0\0") else "-le"
        texts.append(put)


_OWN_HANDLERS = frozenset(_handlers.values())


def _functions_of(codec):
    def encode(input, errors="strict"):
        return _encoded(codec, input, "strict" if errors is None else errors), len(input)

    def decode(input, errors="strict"):
        data = bytes(input)
        return _decoded(codec, data, "strict" if errors is None else errors), len(data)

    return encode, decode


# Encoding piece by piece.


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_encode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


def _unfinished(codec, data):
    # How many bytes at the end are the beginning of a character.
    size = len(data)
    return size % 4 if codec.startswith("utf-32") else size - whole_bytes(codec, data)


def _incremental_of(codec):
    marked = len("".encode(codec))

    class Encoder(IncrementalEncoder):
        def __init__(self, errors="strict"):
            IncrementalEncoder.__init__(self, errors)
            self._begun = False

        def encode(self, input, final=False):
            data = _encoded(codec, input, self.errors)
            if self._begun:
                data = data[marked:]
            self._begun = self._begun or bool(input) or codec != "utf-8-sig"
            return data

        def reset(self):
            self._begun = False

        def getstate(self):
            return 0 if self._begun or not marked else 2

        def setstate(self, state):
            self._begun = not state

    class Decoder(BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            BufferedIncrementalDecoder.__init__(self, errors)
            self._order = None

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self._order = None

        def _buffer_decode(self, input, errors, final):
            order = self._order or codec
            start = 0
            if marked and self._order is None:
                if len(input) < marked and not final and (codec != "utf-8-sig" or BOM_UTF8.startswith(input)):
                    return "", 0
                if codec == "utf-8-sig":
                    order, start = "utf-8", 3 if input.startswith(BOM_UTF8) else 0
                elif input[:marked] in (BOM_UTF16_LE, BOM_UTF32_LE):
                    order, start = codec + "-le", marked
                elif input[:marked] in (BOM_UTF16_BE, BOM_UTF32_BE):
                    order, start = codec + "-be", marked
                else:
                    order = codec + "-le"
                self._order = order
            end = len(input) if final else len(input) - _unfinished(order, input)
            return _decoded(order, input[start:end], errors), max(end, start)

    return Encoder, Decoder


# Streams.


class _OnStream:
    # What else is asked of it, the stream below answers.
    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamWriter(Codec, _OnStream):
    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(Codec, _OnStream):
    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()

    def _fill(self, size=-1):
        # Reads more; whether something came.
        data = self.stream.read() if size < 0 else self.stream.read(size)
        if not data:
            return False
        data = self.bytebuffer + data
        try:
            text, used = self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            if size < 0 or error.end < len(data):
                raise
            text, used = self.decode(data[: error.start], self.errors)
        self.bytebuffer = data[used:]
        self.charbuffer += text
        return True

    def read(self, size=-1, chars=-1, firstline=False):
        if chars < 0 and size < 0:
            while self._fill():
                pass
        elif chars >= 0:
            while len(self.charbuffer) < chars and self._fill(size if size > 0 else 72):
                pass
        elif not self.charbuffer:
            while not self.charbuffer and self._fill(size):
                pass
        cut = len(self.charbuffer) if chars < 0 else chars
        text = self.charbuffer[:cut]
        self.charbuffer = self.charbuffer[cut:]
        return text

    def readline(self, size=None, keepends=True):
        while True:
            lines = self.charbuffer.splitlines(True)
            if len(lines) > 1 or not self._fill(size or 72):
                break
        if not lines:
            return ""
        line = lines[0]
        self.charbuffer = self.charbuffer[len(line) :]
        return line if keepends else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


def _streams_of(codec):
    Encoder, Decoder = _incremental_of(codec)

    class Writer(StreamWriter):
        def __init__(self, stream, errors="strict"):
            StreamWriter.__init__(self, stream, errors)
            self._encoder = Encoder(errors)

        def encode(self, input, errors="strict"):
            return self._encoder.encode(input), len(input)

        def reset(self):
            self._encoder.reset()

    class Reader(StreamReader):
        def __init__(self, stream, errors="strict"):
            StreamReader.__init__(self, stream, errors)
            self._decoder = Decoder(errors)

        def decode(self, input, errors="strict"):
            return self._decoder.decode(input), len(input)

        def reset(self):
            StreamReader.reset(self)
            self._decoder.reset()

    return Reader, Writer, Encoder, Decoder


class StreamReaderWriter(_OnStream):
    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(_OnStream):
    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))


# Looking encodings up.

_searches = []
_found = {}


def _plain_name(name):
    return "".join([c if c.isalnum() and c.isascii() or c == "." else "_" for c in name.lower()]) if name else name


def _own(name):
    codec = _ALIASES.get(name)
    if codec is not None:
        encode, decode = _functions_of(codec)
        reader, writer, encoder, decoder = _streams_of(codec)
        return CodecInfo(encode, decode, reader, writer, encoder, decoder, _CODECS.get(codec, codec))
    if name in ("rot13", "rot_13"):
        return CodecInfo(_rot13, _rot13, name="rot13", _is_text_encoding=False)
    if name in ("hex", "hex_codec"):
        return CodecInfo(_hex_encode, _hex_decode, name="hex", _is_text_encoding=False)
    if name in ("base64", "base_64", "base64_codec"):
        return CodecInfo(_base64_encode, _base64_decode, name="base64", _is_text_encoding=False)
    if name in ("utf_7", "utf7", "u7", "unicode_1_1_utf_7"):
        def decode(input, errors="strict", final=True):
            return _utf7_decode(input, errors, lookup_error, _answer)

        return CodecInfo(_utf7_encode, decode, name="utf-7")
    if name == "idna":
        return CodecInfo(_idna_encode, _idna_decode, name="idna")
    plain = _charmap_named(name)
    if plain is not None:
        encode, decode = _charmap_of(plain, lookup_error, _answer)
        return CodecInfo(encode, decode, name=plain)
    return None


def register(search_function):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function):
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def lookup(encoding):
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    name = _plain_name(encoding)
    if "\0" in encoding:
        raise ValueError("embedded null character")
    if name in _found:
        return _found[name]
    for search in (_own, *_searches):
        info = search(name)
        if info is None:
            continue
        if not isinstance(info, tuple) or len(info) != 4:
            raise TypeError("codec search functions must return 4-tuples")
        _found[name] = info
        return info
    raise LookupError(f"unknown encoding: {encoding}")


def _of_text(at, verb, kind, object, encoding, errors):
    # What `str.encode` and `bytes.decode` do with an encoding that is the program's own.
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{verb}() to handle arbitrary codecs")
    result = _called(info[at], object, errors, verb + "r")
    if not isinstance(result, kind):
        given, wanted = type(result).__name__, kind.__name__
        raise TypeError(f"'{encoding}' {verb}r returned '{given}' instead of '{wanted}'; use codecs.{verb}() to {verb} to arbitrary types")
    return result


def _called(function, object, errors, what):
    result = function(object, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{what} must return a tuple (object, integer)")
    return result[0]


vm_codecs["encode"] = lambda text, encoding, errors: _of_text(0, "encode", bytes, text, encoding, errors)
vm_codecs["decode"] = lambda data, encoding, errors: _of_text(1, "decode", str, data, encoding, errors)


def encode(obj, encoding="utf-8", errors="strict"):
    return _called(lookup(encoding)[0], obj, errors, "encoder")


def decode(obj, encoding="utf-8", errors="strict"):
    return _called(lookup(encoding)[1], obj, errors, "decoder")


def getencoder(encoding):
    return lookup(encoding)[0]


def getdecoder(encoding):
    return lookup(encoding)[1]


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding)[2]


def getwriter(encoding):
    return lookup(encoding)[3]


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = encoder.encode(input)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = decoder.decode(input)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


def utf_8_encode(str, errors=None, /):
    return _encoded("utf-8", str, errors or "strict"), len(str)


def utf_8_decode(data, errors=None, final=False, /):
    data = bytes(data)
    size = len(data) if final else len(data) - _unfinished("utf-8", data)
    return _decoded("utf-8", data[:size], errors or "strict"), size


def ascii_encode(str, errors=None, /):
    return _encoded("ascii", str, errors or "strict"), len(str)


def ascii_decode(data, errors=None, /):
    return _decoded("ascii", data, errors or "strict"), len(data)


def latin_1_encode(str, errors=None, /):
    return _encoded("latin-1", str, errors or "strict"), len(str)


def latin_1_decode(data, errors=None, /):
    return _decoded("latin-1", data, errors or "strict"), len(data)


def escape_encode(data, errors=None, /):
    return repr(bytes(data))[2:-1].replace("\\'", "'").replace("'", "\\'").encode(), len(data)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    from io import open as _open

    if encoding is not None and "b" not in mode:
        mode += "b"
    file = _open(filename, mode, buffering if buffering != 1 else -1)
    if encoding is None:
        return file
    info = lookup(encoding)
    made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    made.encoding = encoding
    return made


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    if file_encoding is None:
        file_encoding = data_encoding
    data, inner = lookup(data_encoding), lookup(file_encoding)
    made = StreamRecoder(file, data.encode, data.decode, inner.streamreader, inner.streamwriter, errors)
    made.data_encoding = data_encoding
    made.file_encoding = file_encoding
    return made
