# csv: rows of fields in texts with delimiters and quotes.

__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
    "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "unregister_dialect",
    "DictReader", "DictWriter", "unix_dialect",
]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3
_PARAMETERS = ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace",
               "strict")
_UNSET = object()
_dialects = {}
_limits = {"field": 131072}


class Error(Exception):
    __module__ = "_csv"


def _character(name, value, optional):
    # A parameter that is one character, or perhaps none.
    if value is None and optional:
        return None
    if not isinstance(value, str):
        kind = "string or None" if optional else "string"
        raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


class _Settled:
    # A dialect as readers and writers use it.
    __module__ = "_csv"

    def __init__(self, dialect, parameters):
        for name in parameters:
            if name not in _PARAMETERS:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        given = {}
        for name in _PARAMETERS:
            value = parameters.get(name, _UNSET)
            if value is _UNSET and dialect is not None:
                value = getattr(dialect, name, _UNSET)
            given[name] = value

        def chosen(name, default):
            return default if given[name] is _UNSET else given[name]

        self.delimiter = _character("delimiter", chosen("delimiter", ","), False)
        self.doublequote = bool(chosen("doublequote", True))
        self.escapechar = _character("escapechar", chosen("escapechar", None), True)
        self.lineterminator = chosen("lineterminator", "\r\n")
        if not isinstance(self.lineterminator, (str, type(None))):
            raise TypeError('"lineterminator" must be a string')
        self.quotechar = _character("quotechar", chosen("quotechar", '"'), True)
        self.quoting = chosen("quoting", QUOTE_MINIMAL)
        if given["quotechar"] is None and given["quoting"] is _UNSET:
            self.quoting = QUOTE_NONE
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")
        self.skipinitialspace = bool(chosen("skipinitialspace", False))
        self.strict = bool(chosen("strict", False))


def _settled(dialect, parameters):
    if isinstance(dialect, _Settled) and not parameters:
        return dialect
    return _Settled(dialect, parameters)


class Dialect:
    _name = ""
    _valid = False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Settled(self, {})
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _settled(dialect, fmtparams)


def unregister_dialect(name):
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    known = _dialects.get(name)
    if known is None:
        raise Error("unknown dialect")
    return known


def list_dialects():
    return [*_dialects]


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def field_size_limit(*limit):
    before = _limits["field"]
    for new in limit:
        if not isinstance(new, int):
            raise TypeError("limit must be an integer")
        _limits["field"] = new
    return before


# Reading: where in a row the reader is.
_ROW, _FIELD, _ESCAPED, _INSIDE, _QUOTED, _ESCAPED_QUOTED, _AFTER_QUOTE, _END, _ESCAPED_END = range(9)


class reader:
    __module__ = "_csv"

    def __init__(self, lines, dialect, parameters):
        self._lines = iter(lines)
        self.dialect = _settled(dialect, parameters)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        dialect = self.dialect
        quote = dialect.quotechar if dialect.quoting != QUOTE_NONE else None
        escape = dialect.escapechar
        fields = []
        self._state = _ROW
        self._field = ""
        self._number = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._state == _QUOTED:
                    if dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save(fields)
                    return fields
                raise
            if not isinstance(line, str):
                kind = type(line).__name__
                raise Error(f"iterator should return strings, not {kind} (the file should be opened in text mode)")
            self.line_num += 1
            plain = self._state == _ROW and (quote is None or quote not in line) and (
                escape is None or escape not in line)
            if plain and not (dialect.skipinitialspace and dialect.delimiter == " "):
                text = line.rstrip("\r\n")
                if "\r" not in text and "\n" not in text:
                    return self._split(text, dialect)
            self._parse(line, fields, dialect, quote, escape)
            if self._state == _ROW:
                return fields

    def _split(self, text, dialect):
        # A line without quotes and escapes.
        if not text:
            return []
        fields = text.split(dialect.delimiter)
        if dialect.skipinitialspace:
            fields = [field.lstrip(" ") for field in fields]
        limit = _limits["field"]
        if len(text) > limit:
            for field in fields:
                if len(field) > limit:
                    raise Error(f"field larger than field limit ({limit})")
        if dialect.quoting == QUOTE_NONNUMERIC:
            fields = [float(field) if field else field for field in fields]
        return fields

    def _save(self, fields):
        field = self._field
        if len(field) > _limits["field"]:
            raise Error(f"field larger than field limit ({_limits['field']})")
        fields.append(float(field) if self._number else field)
        self._field = ""
        self._number = False

    def _parse(self, line, fields, dialect, quote, escape):
        state = self._state
        delimiter = dialect.delimiter
        # None stands for the end of the line.
        for letter in (*line, None):
            if state == _QUOTED:
                if letter is None:
                    pass
                elif letter == escape:
                    state = _ESCAPED_QUOTED
                elif letter == quote:
                    state = _AFTER_QUOTE if dialect.doublequote else _INSIDE
                else:
                    self._field += letter
                continue
            ends = letter is None or letter == "\n" or letter == "\r"
            if state == _ROW:
                if letter is None:
                    break
                if ends:
                    state = _END
                    continue
                state = _FIELD
            if state == _FIELD:
                if ends:
                    self._save(fields)
                    state = _ROW if letter is None else _END
                elif letter == quote:
                    state = _QUOTED
                elif letter == escape:
                    state = _ESCAPED
                elif letter == " " and dialect.skipinitialspace:
                    pass
                elif letter == delimiter:
                    self._save(fields)
                else:
                    self._number = dialect.quoting == QUOTE_NONNUMERIC
                    self._field += letter
                    state = _INSIDE
            elif state == _ESCAPED:
                if letter == "\n" or letter == "\r":
                    self._field += letter
                    state = _ESCAPED_END
                else:
                    self._field += "\n" if letter is None else letter
                    state = _INSIDE
            elif state == _INSIDE or state == _ESCAPED_END:
                if state == _ESCAPED_END and letter is None:
                    break
                if ends:
                    self._save(fields)
                    state = _ROW if letter is None else _END
                elif letter == escape:
                    state = _ESCAPED
                elif letter == delimiter:
                    self._save(fields)
                    state = _FIELD
                else:
                    self._field += letter
            elif state == _ESCAPED_QUOTED:
                self._field += "\n" if letter is None else letter
                state = _QUOTED
            elif state == _AFTER_QUOTE:
                if letter == quote and letter is not None:
                    self._field += letter
                    state = _QUOTED
                elif letter == delimiter:
                    self._save(fields)
                    state = _FIELD
                elif ends:
                    self._save(fields)
                    state = _ROW if letter is None else _END
                elif dialect.strict:
                    raise Error(f"'{delimiter}' expected after '{quote}'")
                else:
                    self._field += letter
                    state = _INSIDE
            elif letter is None:
                state = _ROW
            elif not ends:
                raise Error("new-line character seen in unquoted field - do you need to open the file in "
                            "universal-newline mode?")
        self._state = state


_Reader = reader


def reader(iterable, /, dialect=None, **fmtparams):
    return _Reader(iterable, dialect, fmtparams)


class writer:
    __module__ = "_csv"

    def __init__(self, file, dialect, parameters):
        self._write = getattr(file, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = _settled(dialect, parameters)
        settled = self.dialect
        special = (settled.delimiter, settled.escapechar, settled.quotechar, *settled.lineterminator)
        self._special = (*[letter for letter in special if letter is not None],)

    def _text(self, field):
        # A field as it is written.
        dialect = self.dialect
        if field is None:
            text = ""
        else:
            text = field if isinstance(field, str) else repr(field) if type(field) is float else str(field)
        quoting = dialect.quoting
        quoted = quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not isinstance(field, (int, float))
        for letter in self._special:
            if letter in text:
                return self._marked(text, quoted, dialect)
        return f"{dialect.quotechar}{text}{dialect.quotechar}" if quoted else text

    def _marked(self, text, quoted, dialect):
        # A field with characters that mean something.
        made = ""
        quote, escape = dialect.quotechar, dialect.escapechar
        for letter in text:
            if letter in self._special:
                escapes = False
                if dialect.quoting == QUOTE_NONE:
                    escapes = True
                elif letter == quote:
                    if dialect.doublequote:
                        made += quote
                    else:
                        escapes = True
                elif letter == escape:
                    escapes = True
                if escapes:
                    if escape is None:
                        raise Error("need to escape, but no escapechar set")
                    made += escape
                else:
                    quoted = True
            made += letter
        return f"{quote}{made}{quote}" if quoted else made

    def _line(self, row):
        try:
            fields = [self._text(field) for field in iter(row)]
        except TypeError:
            if hasattr(type(row), "__iter__") or hasattr(type(row), "__getitem__"):
                raise
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        if len(fields) == 1 and not fields[0]:
            if self.dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            fields = [self.dialect.quotechar * 2]
        return self.dialect.delimiter.join(fields) + self.dialect.lineterminator

    def writerow(self, row, /):
        return self._write(self._line(row))

    def writerows(self, rows, /):
        for row in rows:
            self._write(self._line(row))


_Writer = writer


def writer(fileobj, /, dialect=None, **fmtparams):
    return _Writer(fileobj, dialect, fmtparams)


# Rows as dicts.


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = [name for name in fieldnames]
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while not row:
            row = next(self.reader)
        names = self.fieldnames
        made = dict(zip(names, row))
        known, given = len(names), len(row)
        if known < given:
            made[self.restkey] = row[known:]
        elif known > given:
            for name in names[given:]:
                made[name] = self.restval
        return made

    def __class_getitem__(cls, item):
        return cls


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = [name for name in fieldnames]
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _fields(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [name for name in rowdict if name not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._fields(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._fields(row) for row in rowdicts])

    def __class_getitem__(cls, item):
        return cls
