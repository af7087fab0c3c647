# asyncio: locks, events, conditions, semaphores, barriers, queues.
import asyncio


async def locks():
    lock = asyncio.Lock()
    order = []

    async def one(name, delay):
        async with lock:
            order.append((name, lock.locked()))
            await asyncio.sleep(delay)
        order.append(name + " out")

    await asyncio.gather(one("a", 0.02), one("b", 0.01), one("c", 0))
    print(order, lock.locked(), repr(lock)[-11:])
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    await lock.acquire()
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(repr(lock)[-20:])
    waiter.cancel()
    await asyncio.sleep(0)
    lock.release()
    print(lock.locked())


async def events():
    event = asyncio.Event()

    async def waits(i):
        print("waits", i, await event.wait())

    tasks = [asyncio.create_task(waits(i)) for i in range(3)]
    await asyncio.sleep(0.01)
    print(event.is_set(), repr(event)[-18:])
    event.set()
    await asyncio.gather(*tasks)
    print(event.is_set(), await event.wait())
    event.clear()
    print(event.is_set())


async def conditions():
    condition = asyncio.Condition()
    items = []

    async def consumer(i):
        async with condition:
            await condition.wait_for(lambda: items)
            print("consumer", i, items.pop(0))

    async def producer():
        for i in range(3):
            await asyncio.sleep(0.01)
            async with condition:
                items.append(i)
                condition.notify()

    await asyncio.gather(consumer(0), consumer(1), consumer(2), producer())
    for action in (condition.notify, condition.notify_all):
        try:
            action()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    running = 0
    most = 0

    async def one(i):
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.01)
            running -= 1
            return i

    print(await asyncio.gather(*[one(i) for i in range(6)]), most, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


async def barriers():
    barrier = asyncio.Barrier(3)
    arrived = []

    async def one(i):
        await asyncio.sleep(i / 100)
        place = await barrier.wait()
        arrived.append((i, place))

    await asyncio.gather(*[one(i) for i in range(6)])
    print(sorted(arrived), barrier.parties, barrier.n_waiting, barrier.broken)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await task
    except asyncio.BrokenBarrierError as error:
        print("broken", error, barrier.broken)


async def queues():
    queue = asyncio.Queue(2)
    got = []

    async def producer():
        for i in range(6):
            await queue.put(i)
            print("put", i, queue.qsize())

    async def consumer(name):
        while True:
            item = await queue.get()
            await asyncio.sleep(0.01)
            got.append((name, item))
            queue.task_done()

    consumers = [asyncio.create_task(consumer(n)) for n in "ab"]
    await producer()
    await queue.join()
    for task in consumers:
        task.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))
    print(got, queue.empty(), queue.full(), queue.maxsize)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(type(error).__name__)
    print(str(queue))
    try:
        for _ in range(5):
            queue.task_done()
    except ValueError as error:
        print(error)
    lifo, priority = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for item in (3, 1, 2):
        await lifo.put(item)
        await priority.put((item, str(item)))
    print([await lifo.get() for _ in range(3)], [await priority.get() for _ in range(3)])
    try:
        await asyncio.wait_for(lifo.get(), 0.01)
    except TimeoutError:
        print("nothing came")
    await lifo.put("x")
    print(await lifo.get())


async def main():
    for part in (locks, events, conditions, semaphores, barriers, queues):
        print("---", part.__name__)
        await part()


asyncio.run(main())
