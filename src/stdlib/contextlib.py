# contextlib: what `with` and `async with` are given.

import sys as _sys
from functools import wraps as _wraps


class AbstractContextManager:
    def __new__(cls, *args, **kwargs):
        # An abstract method: a subclass has its own.
        if cls.__exit__ == AbstractContextManager.__exit__:
            name = cls.__name__
            raise TypeError(f"Can't instantiate abstract class {name} with abstract method __exit__")
        return super().__new__(cls)

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not AbstractContextManager:
            return NotImplemented
        methods = [getattr(subclass, name, None) for name in ("__enter__", "__exit__")]
        return True if None not in methods else NotImplemented

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        # A generator runs once: every call of a decorated function has one of its own.
        return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        # Not needed any longer, and they may be large.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as failure:
            # The body's own StopIteration goes on.
            return failure is not value
        except RuntimeError as failure:
            if failure is value:
                return False
            # A StopIteration that the generator let through was made a RuntimeError.
            if isinstance(value, StopIteration) and failure.__cause__ is value:
                return False
            raise
        except BaseException as failure:
            if failure is not value:
                raise
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    @_wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class _BaseExitStack:
    # Each callback with whether it is a plain one, and not to be awaited.
    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        new = type(self)()
        # Both in one operation: nobody sees a callback twice or not at all.
        self._exit_callbacks.__imul__(1)
        vm_atomic(True)
        new._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        vm_atomic(False)
        return new

    def push(self, exit):
        method = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append((True, exit if method is None else _bound(method, exit)))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter = cls.__enter__
            leave = cls.__exit__
        except AttributeError:
            name = f"{cls.__module__}.{cls.__qualname__}"
            raise TypeError(f"'{name}' object does not support the context manager protocol") from None
        result = enter(cm)
        self._exit_callbacks.append((True, _bound(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def _exit_wrapper(typ, value, traceback):
            callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback


def _bound(method, cm):
    # The method of the class as one of the object.
    if type(method) is _FUNCTION:
        return method.__get__(cm, type(cm))
    return lambda *details: method(cm, *details)


_FUNCTION = type(_bound)


class ExitStack(_BaseExitStack, AbstractContextManager):
    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        given = details[1]
        around = _sys.exc_info()[1]
        current = given
        suppressed = False
        raised = False
        while self._exit_callbacks:
            leave = self._exit_callbacks.pop()[1]
            try:
                if current is None:
                    result = leave(None, None, None)
                else:
                    result = leave(type(current), current, current.__traceback__)
                if result:
                    suppressed = True
                    raised = False
                    current = None
            except BaseException as failure:
                _set_context(failure, current, around)
                raised = True
                current = failure
        if raised:
            # `raise` gives the exception a context: the one it was to have is put back.
            context = current.__context__
            try:
                raise current
            except BaseException:
                current.__context__ = context
                raise
        return given is not None and suppressed


def _set_context(failure, before, around):
    # The exception that was there before becomes the context of the end of the chain.
    while True:
        context = failure.__context__
        if context is None or context is before:
            return
        if context is around:
            break
        failure = context
    failure.__context__ = before


class _Redirect(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._before = []

    def __enter__(self):
        self._before.append(getattr(_sys, self._stream))
        setattr(_sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(_sys, self._stream, self._before.pop())


class redirect_stdout(_Redirect):
    _stream = "stdout"


class redirect_stderr(_Redirect):
    _stream = "stderr"


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as failure:
            return failure is not value
        except RuntimeError as failure:
            if failure is value:
                return False
            # What ends an iteration was made a RuntimeError by the generator that let it through.
            if isinstance(value, (StopIteration, StopAsyncIteration)) and failure.__cause__ is value:
                return False
            raise
        except BaseException as failure:
            if failure is not value:
                raise
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def asynccontextmanager(func):
    @_wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    def push_async_exit(self, exit):
        method = getattr(type(exit), "__aexit__", None)
        self._exit_callbacks.append((False, exit if method is None else _bound(method, exit)))
        return exit

    async def enter_async_context(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            name = f"{cls.__module__}.{cls.__qualname__}"
            raise TypeError(f"'{name}' object does not support the asynchronous context manager protocol") from None
        result = await enter(cm)
        self._exit_callbacks.append((False, _bound(leave, cm)))
        return result

    def push_async_callback(self, callback, /, *args, **kwds):
        async def _exit_wrapper(typ, value, traceback):
            await callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        given = details[1]
        around = _sys.exc_info()[1]
        current = given
        suppressed = False
        raised = False
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                if current is None:
                    result = leave(None, None, None)
                else:
                    result = leave(type(current), current, current.__traceback__)
                if not is_sync:
                    result = await result
                if result:
                    suppressed = True
                    raised = False
                    current = None
            except BaseException as failure:
                _set_context(failure, current, around)
                raised = True
                current = failure
        if raised:
            context = current.__context__
            try:
                raise current
            except BaseException:
                current.__context__ = context
                raise
        return given is not None and suppressed
