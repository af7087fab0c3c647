# What the documentation of asyncio says of loops, and of tasks besides.
import asyncio
import os
import signal
import threading
import time

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.is_running(), loop.is_closed(), asyncio.get_event_loop_policy().get_event_loop() is loop)
order = []
loop.call_soon(order.append, "soon")
loop.call_later(0.02, order.append, "later")
loop.call_at(loop.time() + 0.01, order.append, "at")
handle = loop.call_later(0.015, order.append, "never")
handle.cancel()
print(handle.cancelled(), loop.call_later(0.03, loop.stop).when() > loop.time())
loop.run_forever()
print(order)
threading.Timer(0.01, lambda: loop.call_soon_threadsafe(loop.stop)).start()
loop.run_forever()
print("stopped by another thread")


async def work(delay, value):
    await asyncio.sleep(delay)
    return value


async def fails():
    raise ValueError("failed")


print(loop.run_until_complete(work(0.01, "done")))
handled = []
loop.set_exception_handler(lambda loop, context: handled.append((context["message"][:21], repr(context["exception"]))))
loop.call_soon(lambda: 1 / 0)
loop.run_until_complete(asyncio.sleep(0))
print(handled, loop.get_exception_handler() is not None)
loop.set_exception_handler(None)
future = loop.create_future()
future.add_done_callback(lambda done: order.append(done.result()))
loop.call_soon(future.set_result, 7)
print(loop.run_until_complete(future), order[-1])
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(work(0.01, 1), name="my task")
    print(asyncio.current_task().get_name() != task.get_name(), sorted(t.get_name() == "my task" for t in asyncio.all_tasks()))
    print(await asyncio.shield(task), asyncio.iscoroutinefunction(work), asyncio.isfuture(task), asyncio.iscoroutine(task))
    inner = asyncio.create_task(work(0.05, "survived"))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.01)
    except asyncio.TimeoutError:
        print("outer timeout", inner.done())
    print(await inner)
    try:
        async with asyncio.timeout_at(loop.time() + 0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout_at")
    # From another thread.
    def elsewhere():
        good = asyncio.run_coroutine_threadsafe(work(0.01, "threadsafe"), loop)
        bad = asyncio.run_coroutine_threadsafe(fails(), loop)
        return good.result(), repr(bad.exception())

    print(await asyncio.to_thread(elsewhere))

    def too_slow():
        future = asyncio.run_coroutine_threadsafe(work(5, "late"), loop)
        try:
            future.result(0.02)
        except TimeoutError:
            return future.cancel()

    print(await loop.run_in_executor(None, too_slow))
    barrier = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())), barrier.parties, barrier.broken)
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind()
        for item in (2, 3, 1):
            queue.put_nowait(item)
        print(kind.__name__, [await queue.get() for _ in range(3)])
    loop.set_debug(False)
    print(loop.get_debug(), len(task.get_stack()), task.get_coro().__name__)


asyncio.run(main())

with asyncio.Runner() as runner:
    print(runner.run(work(0, "by a runner")), runner.get_loop().is_running())
    print(runner.run(work(0, "again")))
try:
    late = work(0, 1)
    runner.run(late)
except RuntimeError as error:
    late.close()
    print(error)


# Signals.
async def signalled():
    loop = asyncio.get_running_loop()
    came = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, came.set)
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGTERM)
    await came.wait()
    print("SIGTERM came", loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    try:
        loop.add_signal_handler(signal.SIGKILL, print)
    except RuntimeError as error:
        print(error)


asyncio.run(signalled())


async def interrupted():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("cancelled by SIGINT")
        raise


began = time.monotonic()
try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print("KeyboardInterrupt", time.monotonic() - began < 1)


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("a new loop")
        return super().new_event_loop()


asyncio.set_event_loop_policy(Policy())
print(asyncio.run(work(0, "under another policy")))
asyncio.set_event_loop_policy(None)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
