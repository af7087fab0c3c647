# Operators, comparisons, truth and items, where a class of the program has a say (Objects/abstract.c, typeobject.c).

def vm_binary(a, b, name, in_place):
    if name == "mod" and isinstance(a, (str, bytes)) and not isinstance(b, type(a)):
        # Of the operators of texts only this one comes before the other side's own.
        if vm_own_method(a, "__mod__") is None:
            return vm_percent(vm_base(a), b)
    for method, argument in vm_operator_methods(a, b, name, in_place):
        result = method(argument)
        if result is not NotImplemented:
            return result
    if name == "or" and (isinstance(a, type) or isinstance(b, type)):
        result = vm_union(a, b)
        if result is not NotImplemented:
            return result
    if name == "pow" and vm_has_complex_power(a, b):
        return vm_complex_power((float(a), 0.0), (float(b), 0.0))
    return vm_builtin_binary(a, b, name, in_place)

def vm_compare(a, b, name, mirrored):
    # What the methods say, or NotImplemented.
    for method, argument, negate in vm_compare_methods(a, b, name, mirrored):
        result = method(argument)
        if result is not NotImplemented:
            return (not result) if negate else result
    return NotImplemented

def vm_equal(a, b):
    result = vm_compare(a, b, "__eq__", "__eq__")
    return vm_equal_content(a, b) if result is NotImplemented else result

def vm_not_equal(a, b):
    result = vm_compare(a, b, "__ne__", "__ne__")
    return not vm_equal_content(a, b) if result is NotImplemented else result

def vm_equal_content(a, b):
    kind = vm_kind(a)
    if a is b:
        return True
    if not kind or kind != vm_kind(b):
        return vm_builtin_order(a, b, "==")
    if kind == "slice":
        return (a.start, a.stop, a.step) == (b.start, b.stop, b.step)
    a = vm_base(a)
    b = vm_base(b)
    if len(a) != len(b):
        return False
    if kind == "dict":
        for key, x in [*a.items()]:
            # To look for the key may change both.
            y = b.get(key, vm_nothing)
            if y is vm_nothing:
                return False
            if x is not y and not x == y:
                return False
        return True
    if kind == "set":
        for item in a:
            if item not in b:
                return False
        return True
    at = 0
    while at < len(a) and at < len(b):
        x = a[at]
        y = b[at]
        if x is not y and not x == y:
            if at < len(a) and at < len(b):
                return False
            # To compare them has emptied one.
            break
        at += 1
    return len(a) == len(b)

def vm_order(a, b, name, mirrored, symbol):
    result = vm_compare(a, b, name, mirrored)
    if result is not NotImplemented:
        return result
    kind = vm_kind(a)
    if kind and kind == vm_kind(b):
        if kind == "set":
            return vm_order_sets(vm_base(a), vm_base(b), symbol)
        if kind == "list" or kind == "tuple":
            return vm_order_items(vm_base(a), vm_base(b), symbol)
    return vm_builtin_order(a, b, symbol)

def vm_vm_builtin_order(a, b, symbol):
    # Views of dicts compare as sets; what else comes here is nested too deep.
    for view in (a, b):
        if type(view).__name__ not in ("dict_keys", "dict_items", "set", "frozenset"):
            raise RecursionError("maximum recursion depth exceeded in comparison")
    if symbol != "==":
        return vm_order_sets(a, b, symbol)
    return len(a) == len(b) and vm_order_sets(a, b, "<=")

def vm_order_items(a, b, symbol):
    at = 0
    while at < len(a) and at < len(b):
        x = a[at]
        y = b[at]
        if x is not y and not x == y:
            return vm_ordered(x, y, symbol)
        at += 1
    return vm_ordered(len(a), len(b), symbol)

def vm_order_sets(a, b, symbol):
    if symbol == ">" or symbol == ">=":
        a, b = b, a
    if len(a) > len(b) or len(a) == len(b) and (symbol == "<" or symbol == ">"):
        return False
    for item in a:
        if item not in b:
            return False
    return True

def vm_ordered(x, y, symbol):
    if symbol == "<":
        return x < y
    if symbol == "<=":
        return x <= y
    if symbol == ">":
        return x > y
    return x >= y

def vm_contains(item, container, negate):
    method = vm_own_method(container, "__contains__")
    if method is not None:
        return (not method(item)) if negate else (True if method(item) else False)
    if vm_kind(container) == "set" or vm_kind(container) == "dict":
        return vm_keyed(vm_key_find, vm_base(container), item)[0] != negate
    if vm_own_method(container, "__iter__") is None and vm_own_method(container, "__getitem__") is None:
        if not vm_kind(container) and not vm_is_iterable(container):
            return vm_builtin_contains(item, container) != negate
    if type(container) is vm_dict_items and type(item) is tuple and len(item) == 2:
        value = container.mapping.get(item[0], vm_nothing)
        return (value is not vm_nothing and (value is item[1] or value == item[1])) != negate
    for known in container:
        if known is item or known == item:
            return not negate
    return negate

def vm_truth(obj):
    method = vm_own_method(obj, "__bool__")
    if method is not None:
        result = method()
        if result is not True and result is not False:
            raise TypeError(f"__bool__ should return bool, returned {type(result).__name__}")
        return result
    if vm_is_blocked(obj, "__bool__"):
        raise TypeError("'NoneType' object is not callable")
    return vm_len(obj) != 0

def vm_bool(obj):
    return True if obj else False

def vm_len(obj):
    method = vm_own_method(obj, "__len__")
    if method is None:
        if vm_is_blocked(obj, "__len__"):
            raise TypeError("'NoneType' object is not callable")
        raise TypeError(f"object of type '{type(obj).__name__}' has no len()")
    length = vm_index(method())
    if length < 0:
        raise ValueError("__len__() should return >= 0")
    if length > 9223372036854775807:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return length

def vm_index(obj):
    if isinstance(obj, int):
        return vm_base(obj)
    method = vm_own_method(obj, "__index__")
    if method is None:
        raise TypeError(f"'{type(obj).__name__}' object cannot be interpreted as an integer")
    result = method()
    if not isinstance(result, int):
        raise TypeError(f"__index__ returned non-int (type {type(result).__name__})")
    return vm_base(result)

def vm_range(arguments):
    return range(*[vm_index(argument) for argument in arguments])

def vm_bin(number):
    return bin(vm_index(number))

def vm_oct(number):
    return oct(vm_index(number))

def vm_hex(number):
    return hex(vm_index(number))

def vm_chr(number):
    return chr(vm_index(number))

def vm_plain_index(index):
    # A position or slice without anything that the program would have to be asked for.
    if isinstance(index, slice):
        start = index.start
        stop = index.stop
        step = index.step
        for part in (start, stop, step):
            if vm_own_method(part, "__index__") is not None:
                break
        else:
            return index
        return slice(
            vm_index(start) if vm_own_method(start, "__index__") is not None else start,
            vm_index(stop) if vm_own_method(stop, "__index__") is not None else stop,
            vm_index(step) if vm_own_method(step, "__index__") is not None else step,
        )
    return vm_index(index) if vm_own_method(index, "__index__") is not None else index

def vm_get_item(obj, index):
    if isinstance(obj, type):
        return vm_class_item(obj, index)
    method = vm_own_method(obj, "__getitem__")
    if method is not None:
        return method(index)
    if vm_kind(obj) == "dict":
        found, value = vm_keyed(vm_key_find, vm_base(obj), index)
        if found:
            return value
        method = vm_own_method(obj, "__missing__")
        if method is not None:
            return method(index)
        raise KeyError(index)
    return vm_builtin_get_item(obj, vm_plain_index(index))

def vm_class_item(cls, index):
    method = vm_own_method(cls, "__getitem__")
    if method is not None:
        return method(index)
    method = getattr(cls, "__class_getitem__", None)
    if method is None:
        raise TypeError(f"type '{cls.__name__}' is not subscriptable")
    return method(index)

def vm_set_item(obj, index, value):
    method = vm_own_method(obj, "__setitem__")
    if method is not None:
        method(index, value)
    elif vm_kind(obj) == "dict":
        vm_keyed(vm_key_store, vm_base(obj), index, value)
    elif isinstance(obj, bytearray):
        vm_bytearray___setitem__(obj, index, value)
    else:
        vm_base(obj)[vm_plain_index(index)] = vm_list_of(value) if isinstance(index, slice) else value

def vm_delete_item(obj, index):
    method = vm_own_method(obj, "__delitem__")
    if method is not None:
        method(index)
    elif vm_kind(obj) == "dict":
        if not vm_keyed(vm_key_drop, vm_base(obj), index)[0]:
            raise KeyError(index)
    else:
        del vm_base(obj)[vm_plain_index(index)]

def vm_hash(obj):
    method = vm_own_method(obj, "__hash__")
    if method is not None:
        result = method()
        if not isinstance(result, int):
            raise TypeError("__hash__ method should return an integer")
        # What is as wide as a hash is taken as it is.
        fits = -9223372036854775808 <= result <= 9223372036854775807 and result != -1
        return result + 0 if fits else hash(vm_base(result))
    if vm_kind(obj) == "tuple":
        return vm_combine_hashes((*[hash(item) for item in vm_base(obj)],))
    raise TypeError(f"unhashable type: '{type(obj).__name__}'")

def vm_int(obj, *base):
    for given in base:
        if not isinstance(obj, (str, bytes)):
            raise TypeError("int() can't convert non-string with explicit base")
        return int(vm_base(obj), vm_index(given))
    method = vm_own_method(obj, "__int__")
    if method is None:
        return vm_index(obj)
    result = method()
    if not isinstance(result, int):
        raise TypeError(f"__int__ returned non-int (type {type(result).__name__})")
    return vm_base(result)

def vm_float(obj):
    method = vm_own_method(obj, "__float__")
    if method is None:
        return float(vm_index(obj))
    result = method()
    if not isinstance(result, float):
        raise TypeError(f"{type(obj).__name__}.__float__ returned non-float (type {type(result).__name__})")
    return vm_base(result)

def vm_call_native(function, args, kwargs):
    # A native function that touches what others can reach, called from where no thread can rest.
    return function(*args, **kwargs)

def vm_plain_call(function, args):
    # A native function that has no Python of its own, with integers for the objects that stand in for them.
    plain = [vm_plain_index(arg) for arg in args]
    for arg, stand_in in zip(args, plain):
        if arg is not stand_in:
            return function(*plain)
    raise TypeError(f"{function.__name__}() is not modelled for objects with methods of their own")

def vm_int_to_bytes(self, length, byteorder="big", signed=False):
    return int.to_bytes(self, vm_index(length), byteorder, signed=True if signed else False)

def vm_int___round__(self, ndigits):
    return int.__round__(self, vm_index(ndigits))

def vm_float___round__(self, ndigits):
    return float.__round__(self, vm_index(ndigits))

def vm_abs(obj):
    if vm_own_method(obj, "__abs__") is None and isinstance(obj, (int, float)):
        return abs(vm_base(obj))
    return vm_special_call(obj, "__abs__", "bad operand type for abs()")

def vm_special_call(obj, name, complaint):
    method = vm_own_method(obj, name)
    if method is None and isinstance(obj, (int, float)):
        return vm_method(vm_base(obj), name)()
    if method is None:
        raise TypeError(f"{complaint}: '{type(obj).__name__}'")
    return method()

def vm_divmod(a, b):
    for method, argument in vm_operator_methods(a, b, "divmod", False):
        result = method(argument)
        if result is not NotImplemented:
            return result
    if vm_own_method(a, "__floordiv__") is None and vm_own_method(b, "__rfloordiv__") is None:
        if isinstance(a, (int, float)) and isinstance(b, (int, float)):
            return divmod(vm_base(a), vm_base(b))
    a = type(a).__name__
    b = type(b).__name__
    raise TypeError(f"unsupported operand type(s) for divmod(): '{a}' and '{b}'")

def vm_pow(base, exp, mod=None):
    if mod is None:
        return base ** exp
    method = vm_own_method(base, "__pow__")
    if method is not None:
        result = method(exp, mod)
        if result is not NotImplemented:
            return result
    if isinstance(base, int) and isinstance(exp, int) and isinstance(mod, int) and method is None:
        return pow(vm_base(base), vm_base(exp), vm_base(mod))
    names = f"'{type(base).__name__}', '{type(exp).__name__}', '{type(mod).__name__}'"
    raise TypeError(f"unsupported operand type(s) for ** or pow(): {names}")

def vm_round(number, ndigits=None):
    method = vm_own_method(number, "__round__")
    if method is None and isinstance(number, (int, float)):
        return vm_base(number).__round__(None if ndigits is None else vm_index(ndigits))
    if method is None:
        raise TypeError(f"type {type(number).__name__} doesn't define __round__ method")
    return method() if ndigits is None else method(ndigits)

def vm_keywords_update(dict, mapping, function):
    if not hasattr(mapping, "keys"):
        kind = type(mapping).__name__
        raise TypeError(f"{vm_function_text(function)} argument after ** must be a mapping, not {kind}")
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in dict:
            text = vm_function_text(function)
            raise TypeError(f"{text} got multiple values for keyword argument '{key}'")
        dict[key] = mapping[key]

# The methods that every object has, where the program has to be asked for what is inside.

def vm_object___eq__(self, other):
    return vm_equal_content(self, other)

def vm_object___ne__(self, other):
    result = self.__eq__(other)
    return result if result is NotImplemented else not result

def vm_object___lt__(self, other):
    return vm_order_items(vm_base(self), vm_base(other), "<")

def vm_object___le__(self, other):
    return vm_order_items(vm_base(self), vm_base(other), "<=")

def vm_object___gt__(self, other):
    return vm_order_items(vm_base(self), vm_base(other), ">")

def vm_object___ge__(self, other):
    return vm_order_items(vm_base(self), vm_base(other), ">=")

def vm_object___hash__(self):
    return vm_hash(vm_base(self))

def vm_object___repr__(self):
    return vm_repr_content(self, [self])

def vm_object___str__(self):
    return vm_exception_str(self) if isinstance(self, BaseException) else repr(self)
