# asyncio: run, tasks, gather, wait, wait_for, timeouts, cancelling, groups.
import asyncio
import time


async def work(name, delay, result=None, fails=None):
    print("begin", name)
    await asyncio.sleep(delay)
    if fails is not None:
        raise fails
    print("end", name)
    return result


async def quiet(name, delay, result=None):
    await asyncio.sleep(delay)
    return result


async def tasks():
    a = asyncio.create_task(work("a", 0.02, 1))
    b = asyncio.create_task(work("b", 0.01, 2), name="second")
    print(b.get_name(), a.done(), a is b)
    print(await a, await b, a.done(), a.result(), a.exception())
    a.set_name("other")
    print(a.get_name(), a.cancelled(), a.cancel())


async def gathering():
    print(await asyncio.gather(work("x", 0.03, "x"), work("y", 0.01, "y"), work("z", 0.02, "z")))
    print(await asyncio.gather())
    results = await asyncio.gather(work("p", 0.01, fails=ValueError("p")), work("q", 0.02, "q"), return_exceptions=True)
    print(results)
    try:
        await asyncio.gather(work("r", 0.01, fails=KeyError("r")), work("s", 0.02, "s"))
    except KeyError as error:
        print("gather raised", repr(error))
    await asyncio.sleep(0.03)


async def waiting():
    made = [asyncio.create_task(work(i, i / 20, i), name=f"w{i}") for i in (3, 1, 2)]
    done, pending = await asyncio.wait(made, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [t.get_name() for t in done])
    done, pending = await asyncio.wait(made, timeout=0.075)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending)
    print(len(done), len(pending))
    made = [asyncio.create_task(work("f", 0.01, fails=OSError("f"))), asyncio.create_task(work("g", 0.05))]
    done, pending = await asyncio.wait(made, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(t.exception()) for t in done], len(pending))
    for t in pending:
        t.cancel()
    await asyncio.wait(pending)
    print([t.cancelled() for t in pending])
    never = work("never", 0)
    for wrong in ([], [never], 5):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, str(error)[:60])
    never.close()


async def timing():
    try:
        await asyncio.wait_for(work("slow", 1), 0.01)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error), error.__cause__ is not None)
    print(await asyncio.wait_for(work("fast", 0.001, "ok"), 1), await asyncio.wait_for(work("none", 0, 3), None))
    try:
        async with asyncio.timeout(0.01) as scope:
            await asyncio.sleep(1)
    except TimeoutError:
        print("expired", scope.expired())
    async with asyncio.timeout(1) as scope:
        await asyncio.sleep(0.01)
        scope.reschedule(asyncio.get_running_loop().time() + 5)
    print("in time", scope.expired())
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await asyncio.sleep(1)
    except TimeoutError:
        print("at once")
    async with asyncio.timeout(None):
        await asyncio.sleep(0)
    for coroutine in asyncio.as_completed([quiet(3, 0.03, "3"), quiet(1, 0.01, "1"), quiet(2, 0.02, "2")]):
        print("completed", await coroutine)
    for coroutine in asyncio.as_completed([work("l", 0.5)], timeout=0.01):
        try:
            await coroutine
        except TimeoutError as error:
            print(type(error).__name__)


async def cancelled():
    try:
        print("sleeping")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("was cancelled", error.args)
        raise
    finally:
        print("finally")


async def cancelling():
    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    print(task.cancel("why"), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print("seen", error.args, task.cancelled(), task.done())
    task = asyncio.create_task(cancelled())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("before it began")

    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("no")
            return "stayed"

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.uncancel())
    inner = asyncio.create_task(work("shielded", 0.3, "inner"))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.05))
    try:
        await outer
    except TimeoutError:
        print("outer gave up", inner.done())
    print(await inner)
    group = asyncio.gather(cancelled(), cancelled())
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("group cancelled")


async def groups():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("ga", 0.02, "A"))
        b = group.create_task(work("gb", 0.01, "B"))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("fails", 0.01, fails=ValueError("one")))
            group.create_task(cancelled())
            group.create_task(work("too", 0.01, fails=TypeError("two")))
    except* ValueError as e:
        print("values", e.exceptions, e.message)
    except* TypeError as e:
        print("types", e.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(cancelled())
            await asyncio.sleep(0)
            raise KeyError("body")
    except ExceptionGroup as error:
        print(error, error.exceptions, task.cancelled())
    late = work("late", 0)
    try:
        group.create_task(late)
    except RuntimeError as error:
        print(str(error)[:10], "is finished" in str(error))
    late.close()


async def main():
    for part in (tasks, gathering, waiting, timing, cancelling, groups):
        print("---", part.__name__)
        await part()
    return "all"


print(asyncio.run(main()))
start = time.perf_counter()
asyncio.run(asyncio.sleep(0.2))
print(round(time.perf_counter() - start, 1))
for wrong in (5, main):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error)[:30])


async def again():
    coroutine = asyncio.sleep(0)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


asyncio.run(again())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)


async def raising():
    raise LookupError("out of run")


try:
    asyncio.run(raising())
except LookupError as error:
    print(repr(error))
