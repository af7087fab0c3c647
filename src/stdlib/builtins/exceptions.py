# Exceptions, and threads that end by one.

def vm_run_thread(thread):
    thread.run()

def vm_run_thread_hooked(thread):
    thread._run_hooked()

if vm_mentioned("__del__", "weakref"):
    # Where it matters who drops an object, a thread that is done lets go of what it was given.
    def vm_run_thread(thread):
        try:
            thread.run()
        finally:
            thread._target = thread._args = thread._kwargs = None

    def vm_run_thread_hooked(thread):
        try:
            thread._run_hooked()
        finally:
            thread._target = thread._args = thread._kwargs = None

# What the main thread has to do when the program's text is done, before it waits for the others.
vm_exit_hook = None

def vm_at_exit(hook, last=False):
    # It is done before what was asked for earlier, or when all else is done.
    global vm_exit_hook
    before = vm_exit_hook
    if before is None:
        vm_exit_hook = hook
        return
    first, second = (before, hook) if last else (hook, before)
    def both():
        first()
        second()
    vm_exit_hook = both

def vm_run_exit_hook(hook):
    hook()

def vm_raise(exception, cause, has_cause):
    # The class has its own way to make an object.
    if isinstance(exception, type):
        exception = vm_made_exception(exception)
    if has_cause:
        if isinstance(cause, type) and issubclass(cause, BaseException):
            cause = vm_made_exception(cause)
        raise exception from cause
    raise exception

def vm_made_exception(cls):
    made = cls()
    if not isinstance(made, BaseException):
        kind = type(made).__name__
        raise TypeError(f"calling {cls!r} should have returned an instance of BaseException, not <class '{kind}'>")
    return made

def vm_exception_text(exception):
    # The texts of an exception and of those that led to it, for the traceback.
    seen = []
    while exception is not None and exception not in seen:
        seen.append(exception)
        try:
            text = str(exception)
        except Exception:
            text = "<exception str() failed>"
        vm_note_text(exception, text)
        if isinstance(exception, BaseExceptionGroup):
            for part in exception.exceptions:
                vm_exception_text(part)
        cause = exception.__cause__
        if cause is None and not exception.__suppress_context__:
            cause = exception.__context__
        exception = cause

def vm_report(exception):
    # As the interpreter would print it.
    vm_exception_text(exception)
    return vm_traceback_text(exception)

def vm_Condition_wait_for(self, predicate, timeout):
    # As threading.Condition.wait_for.
    end = None
    left = timeout
    result = predicate()
    while not result:
        if left is not None:
            if end is None:
                end = vm_moment() / 1000000000 + left
            else:
                left = end - vm_moment() / 1000000000
                if left <= 0:
                    break
        notified = self.wait(left)
        result = predicate()
        if not notified and not result:
            # The time is over, whatever a clock says.
            break
    return result
