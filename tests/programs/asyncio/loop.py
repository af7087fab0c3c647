# asyncio: the loop by hand, futures, threads, what goes wrong.
import asyncio
import concurrent.futures
import threading
import time

loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed(), loop.get_debug())
order = []
loop.call_soon(order.append, "soon 1")
loop.call_later(0.02, order.append, "later 2")
loop.call_later(0.01, order.append, "later 1")
loop.call_at(loop.time() + 0.03, loop.stop)
handle = loop.call_soon(order.append, "never")
handle.cancel()
timer = loop.call_later(0.005, order.append, "never too")
timer.cancel()
loop.call_soon(order.append, "soon 2")
loop.run_forever()
print(order, handle.cancelled(), timer.cancelled())


async def value(x):
    await asyncio.sleep(0)
    return x


print(loop.run_until_complete(value(5)))
future = loop.create_future()
print(future.done(), repr(future))
for action in (future.result, future.exception):
    try:
        action()
    except asyncio.InvalidStateError as error:
        print(error)
future.add_done_callback(lambda f: print("called back", f.result()))
loop.call_later(0.01, future.set_result, "set")
print(loop.run_until_complete(future), repr(future))
try:
    future.set_result(1)
except asyncio.InvalidStateError as error:
    print(error)
failed = loop.create_future()
failed.set_exception(ValueError("failed"))
try:
    loop.run_until_complete(failed)
except ValueError as error:
    print(repr(error), repr(failed))
given_up = loop.create_future()
print(given_up.cancel(), given_up.cancel(), given_up.cancelled(), repr(given_up))
try:
    loop.run_until_complete(given_up)
except asyncio.CancelledError as error:
    print(type(error).__name__)
for wrong in (5, StopIteration()):
    try:
        loop.create_future().set_exception(wrong)
    except TypeError as error:
        print(error)


def blocking(n):
    time.sleep(0.01)
    return n, threading.current_thread() is threading.main_thread()


async def threads():
    running = asyncio.get_running_loop()
    print(await running.run_in_executor(None, blocking, 1))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*[running.run_in_executor(pool, blocking, i) for i in range(3)]))
    print(await asyncio.to_thread(blocking, n=7))
    event = asyncio.Event()
    thread = threading.Thread(target=lambda: running.call_soon_threadsafe(event.set))
    thread.start()
    await event.wait()
    thread.join()
    try:
        await asyncio.to_thread(lambda: 1 / 0)
    except ZeroDivisionError as error:
        print(error)
    results = []

    def other():
        results.append(asyncio.run_coroutine_threadsafe(value("from a thread"), running).result())
        try:
            asyncio.get_event_loop()
        except RuntimeError as error:
            results.append(str(error))

    thread = threading.Thread(target=other, name="other")
    thread.start()
    while thread.is_alive():
        await asyncio.sleep(0.001)
    print(results)


loop.run_until_complete(threads())


async def order_of_tasks():
    async def three(name):
        for i in range(3):
            order.append(f"{name}{i}")
            await asyncio.sleep(0)

    order.clear()
    await asyncio.gather(three("a"), three("b"), three("c"))
    print(order)


loop.run_until_complete(order_of_tasks())


async def misuse():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(str(error)[:28])
    try:
        await asyncio.gather(5)
    except TypeError as error:
        print(error)
    try:
        asyncio.create_task(5)
    except TypeError as error:
        print(error)
    other = asyncio.new_event_loop()
    foreign = other.create_future()
    try:
        await foreign
    except RuntimeError as error:
        print("attached to a different loop" in str(error))
    other.close()

    class Plain:
        def __await__(self):
            yield 5

    try:
        await Plain()
    except RuntimeError as error:
        print(error)
    print(asyncio.current_task().get_coro().__name__, len(asyncio.all_tasks()))
    print(asyncio.iscoroutinefunction(misuse), asyncio.iscoroutinefunction(print), asyncio.iscoroutine(5))
    inner = value(1)
    try:
        loop.run_until_complete(inner)
    except RuntimeError as error:
        print(error)
    inner.close()


async def handler():
    seen = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: seen.append(context["message"][:21]))
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.01)
    print(seen)
    asyncio.get_running_loop().set_exception_handler(None)


loop.run_until_complete(misuse())
loop.run_until_complete(handler())


async def agen():
    try:
        while True:
            yield 1
    finally:
        await asyncio.sleep(0)
        print("closed with the loop")


async def leaves():
    global kept
    kept = agen()
    async for x in kept:
        break


loop.run_until_complete(leaves())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)


async def two_runs(x):
    return await value(x)


with asyncio.Runner() as runner:
    print(runner.run(two_runs(1)), runner.run(two_runs(2)), runner.get_loop().is_running())


async def left_behind():
    async def forever():
        try:
            await asyncio.sleep(100)
        finally:
            print("cancelled at the end")

    asyncio.create_task(forever())
    await asyncio.sleep(0)
    return "main is done"


print(asyncio.run(left_behind()))


async def shown():
    async def waits():
        await asyncio.sleep(1)

    task = asyncio.create_task(waits(), name="shown")
    text = repr(task)
    print(text.split(" coro=<")[0], "running at" in text)
    await asyncio.sleep(0)
    print("wait_for=<Future pending cb=[Task.task_wakeup()]>" in repr(task))
    task.cancel()
    print(repr(task).split(" coro=<")[0])
    try:
        await task
    except asyncio.CancelledError:
        pass
    print(repr(task).split(" coro=<")[0], "done, defined at" in repr(task))
    done = asyncio.create_task(value(3), name="done")
    await done
    print(repr(done).split(" coro=<")[0], repr(done)[-9:])
    print(type(done), asyncio.Future, type(asyncio.get_running_loop()).__name__, asyncio.CancelledError)


asyncio.run(shown())
