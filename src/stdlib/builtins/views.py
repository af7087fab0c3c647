# memoryview (Objects/memoryobject.c): a part of what has bytes, without a copy of it, in one dimension or several.

if vm_mentioned("memoryview", "shared_memory", "getbuffer", "array", "recv_bytes_into"):
    vm_index_without_buffer = vm_plain_index

    def vm_plain_index(index):
        if vm_own_method(index, "vm_buffer") is not None:
            return index.vm_buffer()
        return vm_index_without_buffer(index)

    def vm_bytes_join(self, iterable):
        return vm_base(self).join([part.vm_buffer() if vm_own_method(part, "vm_buffer") is not None else part for part in iterable])

if vm_mentioned("memoryview", "shared_memory", "getbuffer", "recv_bytes_into"):
    vm_view_sizes = {
        "B": 1, "b": 1, "c": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8, "N": 8,
        "f": 4, "d": 8, "P": 8,
    }

    def vm_float_of(format, data):
        width, largest = (23, 127) if format == "f" else (52, 1023)
        bits = int.from_bytes(data, "little")
        sign = "-" if bits >> width + largest.bit_length() + 1 else ""
        exponent = bits >> width & 2 * largest + 1
        fraction = bits & (1 << width) - 1
        if exponent > 2 * largest:
            return float(sign + ("nan" if fraction else "inf"))
        if exponent:
            fraction |= 1 << width
        return float.fromhex(f"{sign}0x{fraction:x}p{max(exponent, 1) - largest - width}")

    def vm_float_to(format, value):
        try:
            value = float(value) if not isinstance(value, str) else None
        except TypeError:
            value = None
        if value is None:
            raise TypeError(f"memoryview: invalid type for format '{format}'")
        text = value.hex()
        sign = 1 if text.startswith("-") else 0
        exponent, fraction = -1023, 0
        if value != value or value in (float("inf"), float("-inf")):
            exponent, fraction = 1024, 1 << 51 if value != value else 0
        elif value:
            head, power = text.lstrip("-")[2:].split("p")
            whole, _, digits = head.partition(".")
            fraction = int(digits.ljust(13, "0"), 16)
            if whole != "0":
                exponent = int(power)
        if format == "d":
            return (sign << 63 | exponent + 1023 << 52 | fraction).to_bytes(8, "little")
        if exponent == 1024:
            bits = 255 << 23 | fraction >> 29
        else:
            small = max(-126 - exponent, 0)
            shift = 29 + small
            if exponent > -1023:
                fraction |= 1 << 52
            bits, rest = fraction >> shift, fraction & (1 << shift) - 1
            half = 1 << shift - 1
            if rest > half or rest == half and bits & 1:
                bits += 1
            if not small:
                bits += exponent + 126 << 23
            if bits >= 255 << 23:
                raise ValueError(f"memoryview: invalid value for format '{format}'")
        return (sign << 31 | bits).to_bytes(4, "little")

    def vm_product(numbers):
        product = 1
        for number in numbers:
            product *= number
        return product

    def vm_packed_strides(shape, size):
        strides = []
        for extent in reversed(shape):
            strides.append(size)
            size *= extent
        return tuple(reversed(strides))

    class memoryview:
        def __init__(self, object):
            if isinstance(object, memoryview):
                object.vm_check()
                self.vm_like(object)
                return
            data = object
            format, size = "B", 1
            exported = getattr(type(object), "vm_exported", None)
            if exported is not None:
                # An array: its numbers, as bytes.
                data, format, size = exported(object)
            elif not isinstance(object, (bytes, bytearray)):
                kind = type(object).__name__
                raise TypeError(f"memoryview: a bytes-like object is required, not '{kind}'")
            if isinstance(data, memoryview):
                self.vm_like(data)
                return
            self.vm_set(object, data, format, 0, (len(data) // size,), (size,), isinstance(object, bytes))

        def vm_set(self, obj, data, format, start, shape, strides, readonly):
            # Where its first item is in the bytes, how many items there are in each dimension, and how far they are apart.
            self.vm_obj = obj
            self.vm_data = data
            self.vm_format = format
            self.vm_size = vm_view_sizes[format.lstrip("@<")]
            self.vm_start = start
            self.vm_shape = shape
            self.vm_strides = strides
            self.vm_readonly = readonly
            self.vm_released = False
            self.vm_hash = None

        def vm_like(self, other):
            self.vm_set(other.vm_obj, other.vm_data, other.vm_format, other.vm_start, other.vm_shape, other.vm_strides, other.vm_readonly)

        def vm_part(self, start, shape, strides, format=None):
            made = object.__new__(memoryview)
            made.vm_set(self.vm_obj, self.vm_data, self.vm_format if format is None else format, start, shape, strides, self.vm_readonly)
            return made

        def vm_check(self):
            if self.vm_released:
                raise ValueError("operation forbidden on released memoryview object")

        @property
        def obj(self):
            self.vm_check()
            return self.vm_obj

        @property
        def format(self):
            self.vm_check()
            return self.vm_format

        @property
        def itemsize(self):
            self.vm_check()
            return self.vm_size

        @property
        def readonly(self):
            self.vm_check()
            return self.vm_readonly

        @property
        def nbytes(self):
            self.vm_check()
            return vm_product(self.vm_shape) * self.vm_size

        @property
        def ndim(self):
            self.vm_check()
            return len(self.vm_shape)

        @property
        def shape(self):
            self.vm_check()
            return self.vm_shape

        @property
        def strides(self):
            self.vm_check()
            return self.vm_strides

        @property
        def suboffsets(self):
            self.vm_check()
            return ()

        @property
        def c_contiguous(self):
            self.vm_check()
            return self.vm_is_packed(self.vm_shape, self.vm_strides)

        @property
        def f_contiguous(self):
            self.vm_check()
            return self.vm_is_packed(self.vm_shape[::-1], self.vm_strides[::-1])

        @property
        def contiguous(self):
            return self.c_contiguous or self.f_contiguous

        def vm_is_packed(self, shape, strides):
            if 0 in shape:
                return True
            wanted = self.vm_size
            for extent, stride in zip(reversed(shape), reversed(strides)):
                if extent > 1 and stride != wanted:
                    return False
                wanted *= extent
            return True

        def __len__(self):
            self.vm_check()
            return self.vm_shape[0] if self.vm_shape else 1

        def vm_place(self, index):
            # Where an item is; an index for each dimension.
            indices = index if isinstance(index, tuple) else (index,)
            if len(indices) > len(self.vm_shape):
                raise TypeError(f"cannot index {len(self.vm_shape)}-dimension view with {len(indices)}-element tuple")
            if len(indices) < len(self.vm_shape):
                raise NotImplementedError("sub-views are not implemented")
            place = self.vm_start
            for dimension, at in enumerate(indices):
                at = vm_index(at)
                extent = self.vm_shape[dimension]
                if at < 0:
                    at += extent
                if not 0 <= at < extent:
                    raise IndexError(f"index out of bounds on dimension {dimension + 1}")
                place += at * self.vm_strides[dimension]
            return place

        def vm_item(self, place):
            format = self.vm_format.lstrip("@<")
            if format == "B":
                return self.vm_data[place]
            data = bytes(self.vm_data[place : place + self.vm_size])
            if format == "c":
                return data
            if format == "?":
                return data != b"\0"
            if format in "fd":
                return vm_float_of(format, data)
            return int.from_bytes(data, "little", signed=format.islower())

        def vm_is_index(self, index):
            return isinstance(index, int) or hasattr(type(index), "__index__")

        def vm_sliced(self, part):
            range_ = range(self.vm_shape[0])[part]
            stride = self.vm_strides[0]
            return self.vm_start + range_.start * stride, (len(range_), *self.vm_shape[1:]), (range_.step * stride, *self.vm_strides[1:])

        def __getitem__(self, index):
            self.vm_check()
            if not self.vm_shape:
                if index == () and isinstance(index, tuple):
                    return self.vm_item(self.vm_start)
                if index is ...:
                    return self
                raise TypeError("invalid indexing of 0-dim memory")
            if isinstance(index, slice):
                return self.vm_part(*self.vm_sliced(index))
            if isinstance(index, tuple) and all([isinstance(part, slice) for part in index]) and index:
                raise NotImplementedError("multi-dimensional slicing is not implemented")
            if self.vm_is_index(index):
                if len(self.vm_shape) > 1:
                    raise NotImplementedError("multi-dimensional sub-views are not implemented")
            elif not (isinstance(index, tuple) and all([self.vm_is_index(part) for part in index])):
                raise TypeError("memoryview: invalid slice key")
            return self.vm_item(self.vm_place(index))

        def vm_encoded(self, value):
            format = self.vm_format.lstrip("@<")
            if format == "c":
                if not isinstance(value, bytes):
                    raise TypeError("memoryview: invalid type for format 'c'")
                if len(value) != 1:
                    raise ValueError("memoryview: invalid value for format 'c'")
                return value
            if format == "?":
                return b"\1" if value else b"\0"
            if format in "fd":
                return vm_float_to(format, value)
            if not self.vm_is_index(value):
                raise TypeError(f"memoryview: invalid type for format '{format}'")
            try:
                return vm_index(value).to_bytes(self.vm_size, "little", signed=format.islower())
            except OverflowError:
                raise ValueError(f"memoryview: invalid value for format '{format}'") from None

        def __setitem__(self, index, value):
            self.vm_check()
            if self.vm_readonly:
                raise TypeError("cannot modify read-only memory")
            if not self.vm_shape:
                if index is ... or index == ():
                    self.vm_put(self.vm_start, self.vm_encoded(value))
                    return
                raise TypeError("invalid indexing of 0-dim memory")
            if not isinstance(index, slice):
                if not self.vm_is_index(index) and not isinstance(index, tuple):
                    raise TypeError("memoryview: invalid slice key")
                if isinstance(index, tuple) and any([isinstance(part, slice) for part in index]):
                    raise NotImplementedError("memoryview slice assignments are currently restricted to ndim = 1")
                if len(self.vm_shape) > 1 and not isinstance(index, tuple):
                    raise NotImplementedError("sub-views are not implemented")
                self.vm_put(self.vm_place(index), self.vm_encoded(value))
                return
            if len(self.vm_shape) > 1:
                raise NotImplementedError("memoryview slice assignments are currently restricted to ndim = 1")
            source = memoryview(value) if not isinstance(value, memoryview) else value
            source.vm_check()
            start, shape, strides = self.vm_sliced(index)
            if source.vm_format.lstrip("@") != self.vm_format.lstrip("@") or source.vm_shape != shape:
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            data = source.tobytes()
            if strides[0] == self.vm_size:
                self.vm_put(start, data)
                return
            for at in range(shape[0]):
                self.vm_put(start + at * strides[0], data[at * self.vm_size : (at + 1) * self.vm_size])

        def vm_put(self, place, data):
            if len(data) == 1:
                self.vm_data[place] = data[0]
            elif data:
                self.vm_data[place : place + len(data)] = data

        def __delitem__(self, index):
            self.vm_check()
            raise TypeError("cannot modify read-only memory" if self.vm_readonly else "cannot delete memory")

        def __iter__(self):
            self.vm_check()
            if not self.vm_shape:
                raise TypeError("invalid indexing of 0-dim memory")
            if len(self.vm_shape) > 1:
                raise NotImplementedError("multi-dimensional sub-views are not implemented")
            return self.vm_items()

        def vm_items(self):
            place, stride = self.vm_start, self.vm_strides[0]
            for _ in range(self.vm_shape[0]):
                self.vm_check()
                yield self.vm_item(place)
                place += stride

        def __reversed__(self):
            return iter(self[::-1])

        def __contains__(self, item):
            return any([known is item or known == item for known in self])

        def vm_places(self):
            # Where all items are, in the order of C.
            places = [self.vm_start]
            for extent, stride in zip(self.vm_shape, self.vm_strides):
                places = [place + at * stride for place in places for at in range(extent)]
            return places

        def tobytes(self, order="C"):
            self.vm_check()
            if order not in ("C", "F", "A", None):
                raise ValueError("order must be 'C', 'F' or 'A'")
            size, data = self.vm_size, self.vm_data
            if order == "F" and len(self.vm_shape) > 1:
                turned = self.vm_part(self.vm_start, self.vm_shape[::-1], self.vm_strides[::-1])
                return turned.tobytes()
            if self.vm_is_packed(self.vm_shape, self.vm_strides):
                return bytes(data[self.vm_start : self.vm_start + vm_product(self.vm_shape) * size])
            return b"".join([bytes(data[place : place + size]) for place in self.vm_places()])

        __bytes__ = tobytes

        def vm_buffer(self):
            return self.tobytes()

        def tolist(self):
            self.vm_check()
            return self.vm_list(self.vm_start, 0)

        def vm_list(self, place, dimension):
            if dimension == len(self.vm_shape):
                return self.vm_item(place)
            stride = self.vm_strides[dimension]
            return [self.vm_list(place + at * stride, dimension + 1) for at in range(self.vm_shape[dimension])]

        def hex(self, *args, **kwargs):
            return self.tobytes().hex(*args, **kwargs)

        def toreadonly(self):
            self.vm_check()
            made = self.vm_part(self.vm_start, self.vm_shape, self.vm_strides)
            made.vm_readonly = True
            return made

        def cast(self, format, shape=None):
            self.vm_check()
            if not isinstance(format, str):
                raise TypeError(f"cast() argument 'format' must be str, not {type(format).__name__}")
            if format.lstrip("@") not in vm_view_sizes or len(format) > 2:
                raise ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
            if not self.vm_is_packed(self.vm_shape, self.vm_strides):
                raise TypeError("memoryview: casts are restricted to C-contiguous views")
            if shape is not None and not isinstance(shape, (list, tuple)):
                raise TypeError("shape must be a list or a tuple")
            if len(self.vm_shape) != 1 and shape is not None and len(shape) != 1 or len(self.vm_shape) > 1 and shape is None and 0 in self.vm_shape:
                raise TypeError("memoryview: cast must be 1D -> ND or ND -> 1D")
            size, own = vm_view_sizes[format.lstrip("@")], self.vm_format.lstrip("@")
            if own not in "Bbc" and format.lstrip("@") not in "Bbc":
                raise TypeError("memoryview: cannot cast between two non-byte formats")
            length = vm_product(self.vm_shape) * self.vm_size
            if length % size:
                raise TypeError("memoryview: length is not a multiple of itemsize")
            if shape is None:
                shape = (length // size,)
            for extent in shape:
                if not isinstance(extent, int):
                    raise TypeError("memoryview.cast(): elements of shape must be integers")
                if extent <= 0 and length:
                    raise ValueError("memoryview.cast(): elements of shape must be integers > 0")
            if len(shape) > 64:
                raise ValueError("memoryview: number of dimensions must not exceed 64")
            shape = tuple(shape)
            if vm_product(shape) * size != length:
                raise TypeError("memoryview: product(shape) * itemsize != buffer size")
            return self.vm_part(self.vm_start, shape, vm_packed_strides(shape, size), format)

        def release(self):
            self.vm_released = True

        def __enter__(self):
            self.vm_check()
            return self

        def __exit__(self, *details):
            self.release()

        def __eq__(self, other):
            if self is other:
                return True
            if not isinstance(other, memoryview):
                try:
                    other = memoryview(other)
                except TypeError:
                    return NotImplemented
            if self.vm_released or other.vm_released:
                return False
            return self.vm_shape == other.vm_shape and self.tolist() == other.tolist()

        def __hash__(self):
            if self.vm_hash is not None:
                return self.vm_hash
            self.vm_check()
            if not self.vm_readonly:
                raise ValueError("cannot hash writable memoryview object")
            if self.vm_format not in ("B", "b", "c"):
                raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
            hash(self.vm_obj)
            self.vm_hash = hash(self.tobytes())
            return self.vm_hash

        def __reduce__(self):
            raise TypeError("cannot pickle 'memoryview' object")

        def __init_subclass__(cls, **kwargs):
            raise TypeError("type 'memoryview' is not an acceptable base type")

        def __repr__(self):
            place = vm_by_class(self).rsplit(" ", 1)[1].rstrip(">")
            return f"<{'released memory' if self.vm_released else 'memory'} at {place}>"
