import asyncio


async def produce(queue, items):
    for item in range(items):
        await queue.put(item)
    await queue.put(None)


async def consume(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    return total


async def main():
    queue = asyncio.Queue(maxsize=10)
    _, total = await asyncio.gather(produce(queue, 100_000), consume(queue))
    print(total)


asyncio.run(main())
