# memoryview (Objects/memoryobject.c): a part of what has bytes, without a copy of it.

if vm_mentioned("memoryview", "shared_memory"):
    vm_view_sizes = {"B": 1, "b": 1, "c": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8, "N": 8}

    class memoryview:
        def __init__(self, object):
            if isinstance(object, memoryview):
                object.vm_check()
                self.vm_set(object.obj, object.vm_places, object.format)
                return
            if not isinstance(object, (bytes, bytearray)):
                kind = type(object).__name__
                raise TypeError(f"memoryview: a bytes-like object is required, not '{kind}'")
            self.vm_set(object, range(len(object)), "B")

        def vm_set(self, obj, places, format):
            # Where its bytes are; the first of each item, where an item has several.
            self.obj = obj
            self.vm_places = places
            self.format = format
            self.itemsize = vm_view_sizes[format]
            self.vm_released = False

        def vm_check(self):
            if self.vm_released:
                raise ValueError("operation forbidden on released memoryview object")

        def vm_part(self, places, format=None):
            made = object.__new__(memoryview)
            made.vm_set(self.obj, places, self.format if format is None else format)
            return made

        @property
        def readonly(self):
            self.vm_check()
            return isinstance(self.obj, bytes)

        @property
        def nbytes(self):
            self.vm_check()
            return len(self.vm_places) * self.itemsize

        @property
        def ndim(self):
            self.vm_check()
            return 1

        @property
        def shape(self):
            self.vm_check()
            return (len(self.vm_places),)

        @property
        def strides(self):
            self.vm_check()
            return (self.vm_places.step,)

        @property
        def suboffsets(self):
            self.vm_check()
            return ()

        @property
        def c_contiguous(self):
            self.vm_check()
            return self.vm_places.step == self.itemsize or len(self.vm_places) <= 1

        f_contiguous = contiguous = c_contiguous

        def __len__(self):
            self.vm_check()
            return len(self.vm_places)

        def vm_place(self, index):
            if not hasattr(index, "__index__"):
                raise TypeError("memoryview: invalid slice key")
            try:
                return self.vm_places[index]
            except IndexError:
                raise IndexError("index out of bounds on dimension 1") from None

        def vm_item(self, place):
            if self.format == "B":
                return self.obj[place]
            data = bytes(self.obj[place : place + self.itemsize])
            if self.format == "c":
                return data
            if self.format == "?":
                return data != b"\0"
            return int.from_bytes(data, "little", signed=self.format.islower())

        def __getitem__(self, index):
            self.vm_check()
            if isinstance(index, slice):
                return self.vm_part(self.vm_places[index])
            return self.vm_item(self.vm_place(index))

        def vm_encoded(self, value):
            if self.format == "c":
                if not isinstance(value, bytes):
                    raise TypeError(f"memoryview: invalid type for format 'c'")
                if len(value) != 1:
                    raise ValueError(f"memoryview: invalid value for format 'c'")
                return value
            if self.format == "?":
                return b"\1" if value else b"\0"
            if not hasattr(value, "__index__"):
                raise TypeError(f"memoryview: invalid type for format '{self.format}'")
            try:
                return value.__index__().to_bytes(self.itemsize, "little", signed=self.format.islower())
            except OverflowError:
                raise ValueError(f"memoryview: invalid value for format '{self.format}'") from None

        def __setitem__(self, index, value):
            self.vm_check()
            if isinstance(self.obj, bytes):
                raise TypeError("cannot modify read-only memory")
            if isinstance(index, slice):
                places = self.vm_places[index]
                if isinstance(value, memoryview):
                    data = value.tobytes()
                elif isinstance(value, (bytes, bytearray)):
                    data = bytes(value)
                else:
                    raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
                if len(data) != len(places) * self.itemsize:
                    raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
                if places.step == self.itemsize:
                    self.obj[places.start : places.start + len(data)] = data
                    return
                for at, place in enumerate(places):
                    self.obj[place : place + self.itemsize] = data[at * self.itemsize : (at + 1) * self.itemsize]
                return
            place = self.vm_place(index)
            if self.itemsize == 1:
                self.obj[place] = self.vm_encoded(value)[0]
            else:
                self.obj[place : place + self.itemsize] = self.vm_encoded(value)

        def __delitem__(self, index):
            raise TypeError("cannot delete memory")

        def __iter__(self):
            self.vm_check()
            for place in self.vm_places:
                yield self.vm_item(place)

        def __contains__(self, item):
            return any([known == item for known in self])

        def tobytes(self, order="C"):
            self.vm_check()
            places = self.vm_places
            if places.step == self.itemsize:
                return bytes(self.obj[places.start : places.start + len(places) * self.itemsize])
            return b"".join([bytes(self.obj[place : place + self.itemsize]) for place in places])

        __bytes__ = tobytes

        def tolist(self):
            self.vm_check()
            return [self.vm_item(place) for place in self.vm_places]

        def hex(self, *args, **kwargs):
            return self.tobytes().hex(*args, **kwargs)

        def toreadonly(self):
            self.vm_check()
            made = self.vm_part(self.vm_places)
            if not isinstance(self.obj, bytes):
                made.obj = bytes(self.obj)
            return made

        def cast(self, format, shape=None):
            self.vm_check()
            if format[:1] == "@":
                format = format[1:]
            if format not in vm_view_sizes:
                raise ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
            if self.itemsize > 1 and vm_view_sizes[format] > 1:
                raise TypeError("memoryview: cannot cast between two non-byte formats")
            if shape is not None:
                raise TypeError("raddle's memoryview has one dimension")
            places, size = self.vm_places, vm_view_sizes[format]
            if not self.c_contiguous:
                raise TypeError("memoryview: casts are restricted to C-contiguous views")
            length = len(places) * self.itemsize
            if length % size:
                raise TypeError("memoryview: length is not a multiple of itemsize")
            return self.vm_part(range(places.start, places.start + length, size), format)

        def release(self):
            self.vm_released = True

        def __enter__(self):
            self.vm_check()
            return self

        def __exit__(self, *details):
            self.release()

        def __eq__(self, other):
            if self.vm_released:
                return self is other
            if isinstance(other, memoryview):
                return not other.vm_released and self.tolist() == other.tolist()
            if isinstance(other, (bytes, bytearray)):
                return self.tolist() == list(other)
            return NotImplemented

        def __hash__(self):
            self.vm_check()
            if not isinstance(self.obj, bytes):
                raise ValueError("cannot hash writable memoryview object")
            return hash(self.tobytes())

        def __repr__(self):
            place = vm_by_class(self).rsplit(" ", 1)[1].rstrip(">")
            return f"<{'released memory' if self.vm_released else 'memory'} at {place}>"
