# Coroutines and asynchronous generators (Objects/genobject.c, PEP 492, PEP 525).

def vm_awaitable(obj):
    # What `await obj` delegates to, where the object has an __await__ of its own.
    iterator = vm_own_method(obj, "__await__")()
    if vm_is_coroutine(iterator):
        raise TypeError("__await__() returned a coroutine")
    if not vm_is_iterator(iterator):
        raise TypeError(f"__await__() returned non-iterator of type '{type(iterator).__name__}'")
    return iterator

def vm_next_awaitable(obj):
    # As vm_awaitable, for what __anext__ returned to `async for`.
    try:
        return vm_awaitable(obj)
    except BaseException as error:
        raise TypeError(f"'async for' received an invalid object from __anext__: {type(obj).__name__}") from error

def vm_close_delegate(iterator, exception):
    # GeneratorExit came to a generator that delegates: the iterator is closed, and the generator goes on to its end.
    close = getattr(iterator, "close", None)
    if close is not None:
        close()
    raise exception

class coroutine_wrapper:
    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __iter__(self):
        return self

    def __next__(self):
        return self._coroutine.send(None)

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, kind, value=None, traceback=None):
        return self._coroutine.throw(kind, value, traceback)

    def close(self):
        return self._coroutine.close()

vm_coroutine_wrapper = coroutine_wrapper
del coroutine_wrapper

def vm_coroutine___await__(self):
    return vm_coroutine_wrapper(self)

def vm_coroutine_throw(self, kind, value=None, traceback=None):
    return self.throw(vm_thrown(kind, value))

def vm_coroutine_close(self):
    vm_close_generator(self, "coroutine")

# The loop of asyncio that runs in this thread wants to know which asynchronous generators were begun.
vm_async_hook = None

def vm_set_async_hook(hook):
    global vm_async_hook
    vm_async_hook = hook

def vm_will_begin(generator):
    if vm_async_hook is not None and not vm_has_begun(generator):
        vm_async_hook(generator)

# What asend() and __anext__() return is awaited once: it is new (0), under way (1), or done (2).

class async_generator_asend:
    def __init__(self, generator, value):
        self._generator = generator
        self._value = value
        self._state = 0

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def _begin(self):
        if self._state == 2:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        if self._state == 0:
            if self._generator.ag_running:
                self._state = 2
                raise RuntimeError("anext(): asynchronous generator is already running")
            self._state = 1
            vm_ask(self._generator, True)
            return True
        return False

    def send(self, value):
        if self._begin() and value is None:
            value = self._value
        return vm_async_step(self, vm_resume, value)

    def throw(self, kind, value=None, traceback=None):
        self._begin()
        return vm_async_step(self, vm_throw, vm_thrown(kind, value))

    def close(self):
        self._state = 2

vm_asend = async_generator_asend
del async_generator_asend

def vm_async_step(asked, go_on, value):
    # The generator runs on until it awaits something that waits, or has its next item.
    generator = asked._generator
    over = True
    try:
        result = go_on(generator, value)
        over = False
    except StopIteration:
        pass
    except BaseException:
        asked._state = 2
        vm_ask(generator, False)
        raise
    if not over and vm_awaits(generator):
        return result
    asked._state = 2
    vm_ask(generator, False)
    if over:
        raise StopAsyncIteration
    raise StopIteration(result)

class async_generator_athrow:
    # What athrow() and aclose() return: the second has nothing to throw.
    def __init__(self, generator, exception):
        self._generator = generator
        self._exception = exception
        self._state = 0

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def _refuse_twice(self):
        if self._state == 2:
            raise RuntimeError("cannot reuse already awaited aclose()/athrow()")

    def send(self, value):
        self._refuse_twice()
        generator = self._generator
        if vm_has_ended(generator):
            self._state = 2
            raise StopIteration
        if self._state == 0:
            if generator.ag_running:
                self._state = 2
                name = "aclose" if self._exception is None else "athrow"
                raise RuntimeError(f"{name}(): asynchronous generator is already running")
            if value is not None:
                raise RuntimeError("can't send non-None value to a just-started coroutine")
            self._state = 1
            vm_ask(generator, True)
            if self._exception is None:
                return self._step(vm_throw, GeneratorExit())
            return self._step(vm_throw, self._exception)
        return self._step(vm_resume, value)

    def _step(self, go_on, value):
        if self._exception is not None:
            return vm_async_step(self, go_on, value)
        closed = False
        try:
            result = vm_async_step(self, go_on, value)
        except (StopAsyncIteration, GeneratorExit):
            closed = True
        except StopIteration:
            result = None
        if closed:
            raise StopIteration
        if self._state == 2:
            raise RuntimeError("async generator ignored GeneratorExit")
        return result

    def throw(self, kind, value=None, traceback=None):
        self._refuse_twice()
        if self._state == 0:
            self._state = 1
            vm_ask(self._generator, True)
        return self._step(vm_throw, vm_thrown(kind, value))

    def close(self):
        self._state = 2

vm_athrow = async_generator_athrow
del async_generator_athrow

def vm_async_generator___anext__(self):
    vm_will_begin(self)
    return vm_asend(self, None)

def vm_async_generator_asend(self, value):
    vm_will_begin(self)
    return vm_asend(self, value)

def vm_async_generator_athrow(self, kind, value=None, traceback=None):
    vm_will_begin(self)
    return vm_athrow(self, vm_thrown(kind, value))

def vm_async_generator_aclose(self):
    vm_will_begin(self)
    return vm_athrow(self, None)

def vm_aiter(obj):
    # What `async for` goes over.
    if vm_is_async_generator(obj):
        return obj
    method = vm_own_method(obj, "__aiter__")
    if method is None:
        raise TypeError(f"'async for' requires an object with __aiter__ method, got {type(obj).__name__}")
    iterator = method()
    if not vm_is_async_iterator(iterator):
        name = type(iterator).__name__
        raise TypeError(f"'async for' received an object from __aiter__ that does not implement __anext__: {name}")
    return iterator

def vm_is_async_iterator(obj):
    return vm_is_async_generator(obj) or vm_own_method(obj, "__anext__") is not None

def vm_anext(iterator):
    if vm_is_async_generator(iterator):
        return vm_async_generator___anext__(iterator)
    return vm_own_method(iterator, "__anext__")()

def aiter(async_iterable, /):
    if vm_is_async_generator(async_iterable):
        return async_iterable
    method = vm_own_method(async_iterable, "__aiter__")
    if method is None:
        raise TypeError(f"'{type(async_iterable).__name__}' object is not an async iterable")
    iterator = method()
    if not vm_is_async_iterator(iterator):
        raise TypeError(f"aiter() returned not an async iterator of type '{type(iterator).__name__}'")
    return iterator

def anext(async_iterator, default=vm_nothing, /):
    if not vm_is_async_iterator(async_iterator):
        raise TypeError(f"'{type(async_iterator).__name__}' object is not an async iterator")
    awaitable = vm_anext(async_iterator)
    return awaitable if default is vm_nothing else vm_anext_or(awaitable, default)

async def vm_anext_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default
