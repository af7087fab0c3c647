# Streams: servers and clients in the same loop.
import asyncio


async def echo(reader, writer):
    host, port = writer.get_extra_info("peername")
    print("connected from", host, port > 0, reader.at_eof())
    while line := await reader.readline():
        writer.write(b"echo " + line)
        await writer.drain()
    print("at the end", reader.at_eof())
    writer.close()
    await writer.wait_closed()


async def client(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in range(2):
        writer.write(f"{name}{number}\n".encode())
        await writer.drain()
        print(name, await reader.readline())
        await asyncio.sleep(0.01)
    print(writer.is_closing(), writer.can_write_eof())
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()


async def parts(reader, writer):
    # Sends what the client wants to read in several ways.
    writer.writelines([b"one\ntwo", b"\nthree;four;", b"1234567890"])
    await writer.drain()
    await asyncio.sleep(0.01)
    writer.write(b"rest")
    writer.write_eof()
    print("server got", await reader.read())
    writer.close()


async def read_parts(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(await reader.readline(), await reader.readline())
    print(await reader.readuntil(b";"), await reader.readuntil(b";"))
    print(await reader.readexactly(4), await reader.read(3), await reader.read(0))
    print(await reader.read(100))
    try:
        await reader.readexactly(10)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(reader.at_eof(), await reader.read(), await reader.readline())
    writer.write(b"bye")
    writer.write_eof()
    try:
        writer.write(b"more")
    except RuntimeError as error:
        print(error)
    await asyncio.sleep(0.01)
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets), type(server.sockets[0]).__name__)
    async with server:
        await asyncio.gather(client(port, "a"), client(port, "b"))
        await asyncio.sleep(0.01)
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(error.errno, str(error).replace(str(port), "PORT"))

    server = await asyncio.start_server(parts, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await read_parts(port)
    server.close()
    await server.wait_closed()

    # Limits.
    reader = asyncio.StreamReader(limit=4)
    reader.feed_data(b"12345678\nab\n")
    try:
        await reader.readline()
    except ValueError as error:
        print(error)
    print(await reader.readline(), reader)
    try:
        reader.feed_data(b"123456789")
        await reader.readuntil(b"\n")
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)
    reader.feed_eof()
    print(reader.at_eof(), await reader.read(-1), reader.at_eof())
    try:
        await reader.readuntil(b"x")
    except asyncio.IncompleteReadError as error:
        print(error)
    for wrong in (lambda: reader.readuntil(b""), lambda: reader.readexactly(-1)):
        try:
            await wrong()
        except ValueError as error:
            print(error)
    lines = asyncio.StreamReader()
    lines.feed_data(b"a\nb\nc")
    lines.feed_eof()
    print([line async for line in lines])
    lines.set_exception(OSError("broken"))
    try:
        await lines.read()
    except OSError as error:
        print(error)

    # A server that serves for ever is cancelled.
    async def greet(reader, writer):
        writer.write(b"hello")
        writer.close()

    server = await asyncio.start_server(greet, "localhost", 0, start_serving=False, family=2)
    print(server.is_serving())
    serving = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).endswith("is already being awaited on serve_forever()"))
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    print(await reader.read())
    writer.close()
    serving.cancel()
    try:
        await serving
    except asyncio.CancelledError:
        print("cancelled", server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print(str(error).endswith("is closed"))

    # Waiting is limited in time; much data waits for its reader.
    async def slow(reader, writer):
        total = 0
        while data := await reader.read(65536):
            total += len(data)
            await asyncio.sleep(0.001)
        writer.write(str(total).encode())
        writer.close()

    async with await asyncio.start_server(slow, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
        try:
            await asyncio.wait_for(reader.read(10), 0.05)
        except asyncio.TimeoutError:
            print("timeout")
        print(writer.transport.get_write_buffer_size())
        writer.write(bytes(3000000))
        await writer.drain()
        writer.write_eof()
        print(await reader.read())
        writer.close()


asyncio.run(main())
