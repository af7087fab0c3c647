# _io_decoding makes texts of bytes that come piece by piece, and knows the ends of lines in them.

# Encodings.

WITH_MARK = "utf-8-sig"


def codec_of(encoding):
    # The name by which the encoding is used here.
    name = encoding.lower().replace("_", "-")
    if name in (WITH_MARK, "utf8-sig"):
        return WITH_MARK
    "".encode(encoding)
    if name in ("utf-8", "utf8", "u8", "utf", "cp65001"):
        return "utf-8"
    return "utf-16" if name in ("utf-16", "utf16", "u16") else encoding


def whole_bytes(codec, data):
    # How many of the bytes are whole characters, as far as one can tell without what follows.
    size = len(data)
    if codec == "utf-8":
        for back in (1, 2, 3):
            if back > size:
                break
            byte = data[size - back]
            if 194 <= byte < 245:
                return size - back if back < (2 if byte < 224 else 3 if byte < 240 else 4) else size
            if byte < 128 or byte > 191:
                break
    elif codec.lower().startswith(("utf-16", "utf_16", "utf16")):
        size -= size % 2
        if size:
            high = data[size - 1] if "le" in codec.lower() else data[size - 2]
            if 0xd8 <= high < 0xdc:
                size -= 2
    return size


def ends_in(text, seen):
    # The ends of lines that were seen, with those in the text.
    if "\r" not in text:
        return (*seen, "\n") if "\n" in text and "\n" not in seen else seen
    pairs = text.count("\r\n")
    for end, count in (("\r", text.count("\r") - pairs), ("\n", text.count("\n") - pairs), ("\r\n", pairs)):
        if count and end not in seen:
            seen = (*seen, end)
    return seen


def newlines_of(seen):
    # The attribute `newlines` of files.
    if len(seen) < 2:
        return seen[0] if seen else None
    return (*[end for end in ("\r", "\n", "\r\n") if end in seen],)


class Decoder:
    # Makes texts of bytes that come piece by piece. `held` are bytes that wait for more; in the mode `universal` each
    # end of a line becomes \n, and the ends that were seen are remembered.
    def __init__(self, codec, errors, universal, translates):
        self._codec = codec
        self._errors = errors
        self._universal = universal
        self._translates = translates
        self._held = b""
        self._begins = True
        self._order = None
        self._seen = ()

    def reset(self, begins=True):
        self._held = b""
        self._begins = begins
        if begins:
            self._order = None

    def decode(self, data, final):
        data = self._held + data
        codec = self._order or self._codec
        if self._begins and (codec == WITH_MARK or codec == "utf-16"):
            if codec == "utf-16":
                if len(data) < 2:
                    if not final:
                        self._held = data
                        return ""
                    return data.decode("utf-16", self._errors)
                if data[:2] not in (b"\xfe\xff", b"\xff\xfe"):
                    raise UnicodeError("UTF-16 stream does not start with BOM")
                self._order = codec = "utf-16-be" if data[:2] == b"\xfe\xff" else "utf-16-le"
                data = data[2:]
            else:
                if len(data) < 3 and b"\xef\xbb\xbf".startswith(data) and not final:
                    self._held = data
                    return ""
                if data[:3] == b"\xef\xbb\xbf":
                    data = data[3:]
        if codec == WITH_MARK:
            codec = "utf-8"
        if data:
            self._begins = False
        size = len(data) if final else whole_bytes(codec, data)
        text = data[:size].decode(codec, self._errors)
        self._held = data[size:]
        if not self._universal:
            return text
        if not final and text.endswith("\r"):
            # Perhaps the first half of an end of a line.
            text = text[:-1]
            self._held = "\r".encode(codec) + self._held
        self._seen = ends_in(text, self._seen)
        if not self._translates or "\r" not in text:
            return text
        return text.replace("\r\n", "\n").replace("\r", "\n")


class IncrementalNewlineDecoder:
    # Makes \n of the ends of lines, in texts that come piece by piece from another decoder, or as they are.
    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder = decoder
        self._translates = translate
        self._seen = ()
        self._waits = False

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        if self._waits and (text or final):
            text = "\r" + text
            self._waits = False
        if text.endswith("\r") and not final:
            text = text[:-1]
            self._waits = True
        self._seen = ends_in(text, self._seen)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self._translates else text

    def reset(self):
        self._seen = ()
        self._waits = False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        return newlines_of(self._seen)


def check_newline(newline, quoted=False):
    if newline is not None and not isinstance(newline, str):
        whose = "newline" if quoted else "TextIOWrapper() argument 'newline'"
        raise TypeError(f"{whose} must be str or None, not {type(newline).__name__}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline!r}" if quoted else f"illegal newline value: {newline}")


def line_end(text, start, newline):
    # Where the line that begins there ends, or -1 if its end is not in the text. `newline` as given to open.
    if newline == "" and "\r" in text:
        end = text.find("\n", start)
        other = text.find("\r", start, end if end >= 0 else len(text))
        if other < 0 or other + 1 == end:
            return end + 1 or -1
        # A \r at the end of the text may belong to a \n that is not here yet.
        return other + 1 if other + 1 < len(text) else -1
    if newline == "\r" or newline == "\r\n":
        end = text.find(newline, start)
        return end if end < 0 else end + len(newline)
    return text.find("\n", start) + 1 or -1
