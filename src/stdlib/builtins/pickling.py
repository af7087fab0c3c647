# What makes the iterators of the library again, for copy and pickle (`__reduce__` in Objects/enumobject.c and others).

if vm_mentioned("pickle", "import copy", "from copy", ", copy", "__reduce", "__setstate__"):
    def vm_reduce_items(self):
        if self._sequence is None:
            return iter, ((),)
        return iter, (self._sequence,), self._at

    def vm_set_items(self, at):
        if self._sequence is not None:
            self._at = max(vm_index(at), 0)

    vm_iterate_items.__reduce__ = vm_reduce_items
    vm_iterate_items.__setstate__ = vm_set_items

    def vm_reduce_calls(self):
        if self._done:
            return iter, ((),)
        return iter, (self._function, self._sentinel)

    vm_callable_iterator.__reduce__ = vm_reduce_calls

    def vm_reduce_enumerate(self):
        return type(self), (self._iterator, self._at)

    enumerate.__reduce__ = vm_reduce_enumerate

    def vm_reduce_zip(self):
        return (type(self), self._iterators, True) if self._strict else (type(self), self._iterators)

    def vm_set_zip(self, strict):
        self._strict = bool(strict)

    zip.__reduce__ = vm_reduce_zip
    zip.__setstate__ = vm_set_zip

    def vm_reduce_map(self):
        return type(self), (self._function, *self._iterators)

    map.__reduce__ = vm_reduce_map

    def vm_reduce_filter(self):
        return type(self), (self._function, self._iterator)

    filter.__reduce__ = vm_reduce_filter
