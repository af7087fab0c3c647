# Classes whose metaclass says itself in which order attributes are looked up, by a method `mro` (Objects/typeobject.c).


def _order(cls):
    own = vm_own_method(cls, "mro")
    order = tuple(type.mro(cls) if own is None else own())
    for base in order:
        if not isinstance(base, type):
            raise TypeError(f"mro() returned a non-class ('{type(base).__name__}')")
        if not vm_fits(cls, base):
            raise TypeError(f"mro() returned base with unsuitable layout ('{base.__name__}')")
    return order


def vm_resolve_new(cls, keywords):
    # The last act of making a class.
    try:
        vm_set_order(cls, _order(cls))
        if cls not in cls.__mro__:
            raise TypeError("super(type, obj): obj must be an instance or subtype of type")
        return vm_class_hooks(cls, {} if keywords is None else keywords)
    except BaseException:
        vm_put_bases(cls, ())
        raise


def _renew(cls, changed):
    before = cls.__mro__
    order = _order(cls)
    if cls.__mro__ != before:
        # Its own method has changed it meanwhile.
        return
    vm_set_order(cls, order)
    changed.append((cls, order, before))
    for made in cls.__subclasses__():
        _renew(made, changed)


def vm_resolve_again(cls, bases):
    # C.__bases__ = …
    before = vm_begin_bases(cls, bases)
    changed = []
    try:
        _renew(cls, changed)
    except BaseException:
        for known, order, old in changed:
            if known.__mro__ == order:
                vm_set_order(known, old)
        if cls.__bases__ == bases:
            vm_put_bases(cls, before)
        raise
