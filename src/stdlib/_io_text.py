# _io_text: files of text, made of files of bytes.

from _io_base import TextIOBase, as_index, as_size, unsupported
from _io_buffered import Buffered
from _io_decoding import WITH_MARK, Decoder, check_newline, codec_of, line_end, newlines_of, whole_bytes
from _io_memory import BytesIO


class TextIOWrapper(TextIOBase):
    __module__ = "_io"
    _CHUNK_SIZE = 8192
    _buffer = None

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        check_newline(newline)
        if encoding is not None and not isinstance(encoding, str):
            kind = type(encoding).__name__
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {kind}")
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"
        if errors is not None and not isinstance(errors, str):
            kind = type(errors).__name__
            raise TypeError(f"TextIOWrapper() argument 'errors' must be str or None, not {kind}")
        self._encoding = encoding
        self._codec = codec_of(encoding)
        self._errors = errors or "strict"
        self._line_buffering = bool(line_buffering)
        self._write_through = bool(write_through)
        self._buffer = buffer
        self._set_newline(newline)
        self._file = buffer._file if isinstance(buffer, (Buffered, BytesIO)) else None
        self._own = isinstance(buffer, BytesIO) or self._file is not None
        # The library's own raw file at the bottom: what can be done with it is asked there without a detour.
        self._bottom = buffer._raw if self._file is not None else None
        self._late = b""
        # What was decoded, and how much of it was read; the bytes that it was made of.
        self._text = ""
        self._at = 0
        self._chunk = b""
        self._telling = self._seeks = buffer.seekable()
        self._decoder._begins = True
        self._marks = self._codec == "utf-16" or self._codec == WITH_MARK
        if self._marks and self._seeks and buffer.writable():
            self._marks = buffer.tell() == 0

    def _set_newline(self, newline):
        self._newline = newline
        self._turn = self._turn_list()
        self._decoder = Decoder(self._codec, self._errors, newline is None or newline == "", newline is None)

    def _begin(self, writes=None):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        if self._file is not None and writes is not None:
            self._file.rest(writes)
        else:
            self._turn_list().reverse()
        if self._own:
            vm_atomic(True)

    @property
    def buffer(self):
        return self._buffer

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def newlines(self):
        return newlines_of(self._decoder._seen)

    @property
    def closed(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        return self._buffer.closed

    @property
    def name(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        return self._buffer.name

    def fileno(self):
        return self._buffer.fileno()

    def isatty(self):
        self._check_attached()
        return self._buffer.isatty()

    def readable(self):
        self._check_attached()
        return self._buffer.readable()

    def writable(self):
        self._check_attached()
        return self._buffer.writable()

    def seekable(self):
        self._check_attached()
        return self._buffer.seekable()

    def _check_attached(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")

    def _check_ready(self, name):
        # Whether it can be read or written.
        self._check_attached()
        if self._buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if name == "readable" and not self._buffer.readable():
            unsupported("not readable")
        if name == "writable" and not self._buffer.writable():
            unsupported("not writable")

    # Inside of an operation.

    def _buffer_put(self, data):
        buffer = self._buffer
        if not self._own:
            buffer.write(data)
        elif isinstance(buffer, BytesIO):
            if buffer._closed:
                raise ValueError("I/O operation on closed file.")
            buffer._write(data)
        else:
            buffer._put(data)

    def _put_late(self):
        late = self._late
        if late:
            self._late = b""
            self._buffer_put(late)

    def _flush_buffer(self):
        if not self._own:
            self._buffer.flush()
        elif self._file is not None:
            self._buffer._flush_late()

    def _buffer_get(self, size):
        # So many bytes at most, or all (-1).
        buffer = self._buffer
        if not self._own:
            if size >= 0 and hasattr(buffer, "read1"):
                return buffer.read1(size)
            return buffer.read() if size < 0 else buffer.read(size)
        if isinstance(buffer, BytesIO):
            return buffer._read(size)
        return buffer._get(-1) if size < 0 else buffer._get_some(size)

    def _buffer_place(self):
        if not self._own:
            return self._buffer.tell()
        return self._buffer._place if self._file is None else self._buffer._find_place()

    def _fill(self, size):
        # Decodes what comes next; False at the end. What was decoded before has been read.
        data = self._buffer_get(size)
        held = self._decoder._held
        text = self._decoder.decode(data, not data or size < 0)
        self._chunk = (held + data)[:len(held) + len(data) - len(self._decoder._held)]
        self._text = text
        self._at = 0
        return bool(data) and size >= 0

    def _rest_of_text(self):
        return self._text[self._at:]

    def _forget(self):
        self._text = ""
        self._at = 0
        self._chunk = b""

    def _encode(self, text):
        codec = self._codec
        if self._marks:
            self._marks = False
            return b"\xef\xbb\xbf" + text.encode("utf-8", self._errors) if codec == WITH_MARK else (
                text.encode("utf-16", self._errors))
        if codec == WITH_MARK:
            codec = "utf-8"
        elif codec == "utf-16":
            codec = "utf-16-le"
        return text.encode(codec, self._errors)

    def _find_place(self):
        if not self._seeks:
            unsupported("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self._put_late()
        self._flush_buffer()
        place = self._buffer_place()
        if not self._chunk and not self._decoder._held:
            return place
        place -= len(self._decoder._held) + len(self._chunk)
        return place + self._bytes_read()

    def _bytes_read(self):
        # How many bytes of the chunk became the text that was read.
        chunk = self._chunk
        if self._at == len(self._text):
            return len(chunk)
        if not self._at:
            return 0
        decoder = self._decoder
        codec = decoder._order or self._codec
        mark = 0
        if codec == WITH_MARK:
            codec = "utf-8"
            mark = 3 if chunk[:3] == b"\xef\xbb\xbf" else 0
        elif codec.startswith("utf-16") and chunk[:2] in (b"\xff\xfe", b"\xfe\xff"):
            mark = 2
        trial = Decoder(codec, self._errors, decoder._universal, decoder._translates)
        raw = chunk[mark:].decode(codec, self._errors)
        if self._errors == "strict":
            # Grows with the characters; a \r\n that became one is made up for.
            count = self._at
            while True:
                shorter = len(trial.decode(raw[:count].encode(codec), True))
                if shorter >= self._at:
                    break
                count += self._at - shorter
            if decoder._translates and raw[count - 1:count + 1] == "\r\n":
                count += 1
            return mark + len(raw[:count].encode(codec))
        end = mark
        while len(trial.decode(chunk[mark:end], True)) < self._at or whole_bytes(codec, chunk[:end]) < end:
            end += 1
        return end

    def _get(self, size):
        self._put_late()
        if size < 0:
            start = self._rest_of_text()
            self._fill(-1)
            text = start + self._text
            self._forget()
            return text
        text = self._text[self._at:self._at + size]
        self._at += len(text)
        while len(text) < size:
            more = self._fill(self._CHUNK_SIZE)
            piece = self._text[:size - len(text)]
            self._at = len(piece)
            text += piece
            if not more:
                break
        return text

    def _get_line(self, size):
        self._put_late()
        newline = self._newline
        line = ""
        while True:
            end = line_end(self._text, self._at, newline)
            if end < 0 and line and newline == "\r\n" and line.endswith("\r") and self._text.startswith("\n"):
                end = 1
            if end < 0 and newline == "" and line.endswith("\r"):
                end = 0
            most = size - len(line)
            if size >= 0 and most <= (end if end >= 0 else len(self._text)) - self._at:
                end = self._at + most
            if end >= 0:
                line += self._text[self._at:end]
                self._at = end
                return line
            line += self._rest_of_text()
            if not self._fill(self._CHUNK_SIZE):
                line += self._text
                self._at = len(self._text)
                return line
            if newline == "" and line.endswith("\r") and not self._text.startswith("\n"):
                return line

    # Operations.

    def read(self, size=-1, /):
        size = as_size(size)
        self._check_ready("readable")
        self._begin(False if size < 0 or size > len(self._text) - self._at else None)
        try:
            return self._get(size)
        finally:
            vm_atomic(False)

    def readline(self, size=-1, /):
        bottom = self._bottom
        if size == -1 and bottom is not None and (self._newline is None or self._newline == "\n"):
            # The usual case: the line is here already.
            self._turn.reverse()
            vm_atomic(True)
            text, at = self._text, self._at
            end = text.find("\n", at) + 1
            if end and not bottom._closed and not self._late:
                self._at = end
                vm_atomic(False)
                return text[at:end]
            vm_atomic(False)
        size = as_index(size)
        self._check_attached()
        self._check_open()
        self._begin(False if line_end(self._text, self._at, self._newline) < 0 else None)
        try:
            self._put_late()
            if not self._text:
                self._check_ready("readable")
            return self._get_line(size)
        finally:
            vm_atomic(False)

    def __next__(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._telling = self._seeks
            raise StopIteration
        return line

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        bottom = self._bottom
        if bottom is None or bottom._closed or not bottom._writes or self._buffer is None:
            self._check_ready("writable")
        length = len(text)
        if "\n" in text and (self._newline == "\r" or self._newline == "\r\n"):
            text = text.replace("\n", self._newline)
        flushes = self._line_buffering and ("\n" in text or "\r" in text)
        if flushes or self._write_through or len(self._late) + length >= self._CHUNK_SIZE:
            self._begin(True)
        else:
            self._begin()
        try:
            if self._buffer.closed if bottom is None else bottom._closed:
                raise ValueError("I/O operation on closed file.")
            data = text.encode("utf-8", self._errors) if self._codec == "utf-8" else self._encode(text)
            if len(self._late) + len(data) > self._CHUNK_SIZE:
                self._put_late()
            self._late += data
            if flushes or self._write_through or len(self._late) >= self._CHUNK_SIZE:
                self._put_late()
            if flushes:
                self._flush_buffer()
            if self._text or self._chunk:
                self._forget()
                self._decoder.reset(False)
            self._decoder._seen = ()
            return length
        finally:
            vm_atomic(False)

    def flush(self):
        self._check_attached()
        self._check_open()
        self._telling = self._seeks
        late = self._late or getattr(self._buffer, "_late", b"")
        self._begin(True if late else None)
        try:
            self._put_late()
            self._flush_buffer()
        finally:
            vm_atomic(False)

    def tell(self):
        self._check_attached()
        self._check_open()
        self._begin(True if self._late or getattr(self._buffer, "_late", b"") else None)
        try:
            return self._find_place()
        finally:
            vm_atomic(False)

    def seek(self, cookie, whence=0, /):
        self._check_attached()
        self._check_open()
        if not self._seeks:
            unsupported("underlying stream is not seekable")
        cookie = as_index(cookie)
        if whence == 1 and cookie:
            unsupported("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie:
            unsupported("can't do nonzero end-relative seeks")
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        if whence == 1:
            cookie = self.tell()
        self.flush()
        place = self._buffer.seek(0 if whence == 2 else cookie, 2 if whence == 2 else 0)
        self._forget()
        self._decoder.reset(place == 0)
        if place == 0:
            self._decoder._seen = ()
        if self._codec == "utf-16" or self._codec == WITH_MARK:
            self._marks = place == 0
        self._telling = self._seeks
        return place

    def truncate(self, size=None, /):
        self.flush()
        return self._buffer.truncate(self.tell() if size is None else size)

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        if self._chunk and (encoding is not None or errors is not None or newline is not ...):
            unsupported("It is not possible to set the encoding or newline of stream after the first read")
        if newline is not ...:
            check_newline(newline)
        self.flush()
        if encoding is not None:
            self._encoding = encoding
            self._codec = codec_of(encoding)
            self._errors = "strict"
            self._marks = self._codec in ("utf-16", WITH_MARK) and self._seeks and self._buffer.tell() == 0
        if errors is not None:
            self._errors = errors
        self._set_newline(self._newline if newline is ... else newline)
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)

    def detach(self):
        self.flush()
        buffer = self._buffer
        self._buffer = None
        return buffer

    def close(self):
        if self._buffer is None or self._buffer.closed:
            return
        try:
            self.flush()
        finally:
            self._buffer.close()

    def __repr__(self):
        text = "<_io.TextIOWrapper"
        name = getattr(self._buffer, "name", None)
        if name is not None:
            text += f" name={name!r}"
        mode = getattr(self, "mode", None)
        if mode is not None:
            text += f" mode={mode!r}"
        return f"{text} encoding={self._encoding!r}>"
