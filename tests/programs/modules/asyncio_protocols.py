# Protocols and transports, datagrams, and sockets of the program in the loop.
import asyncio
import socket


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print("server: made", transport.get_extra_info("peername")[0], isinstance(transport, asyncio.Transport))

    def data_received(self, data):
        print("server: data", data)
        self.transport.write(data.upper())

    def eof_received(self):
        print("server: eof")

    def connection_lost(self, exc):
        print("server: lost", exc)


class Client(asyncio.Protocol):
    def __init__(self, done, message):
        self.done = done
        self.message = message
        self.got = b""

    def connection_made(self, transport):
        self.transport = transport
        transport.write(self.message)
        print("client: made", transport.is_reading(), transport.is_closing(), transport.get_protocol() is self)

    def data_received(self, data):
        self.got += data
        if len(self.got) == len(self.message):
            self.transport.close()

    def connection_lost(self, exc):
        print("client: lost", exc, self.got)
        self.done.set_result(self.got)


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, name, done=None):
        self.name = name
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, "made")

    def datagram_received(self, data, addr):
        print(self.name, "received", data, addr[0])
        if self.done is None:
            self.transport.sendto(data[::-1], addr)
        else:
            self.done.set_result(data)

    def connection_lost(self, exc):
        print(self.name, "lost", exc)


async def connections(loop):
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done, b"hello"), "127.0.0.1", port)
    print(type(protocol).__name__, transport.get_extra_info("peername") == ("127.0.0.1", port))
    print(transport.get_extra_info("nothing", "default"), transport.get_extra_info("socket").family == socket.AF_INET)
    print(await done)
    await asyncio.sleep(0.01)
    transport, protocol = await loop.create_connection(asyncio.Protocol, "127.0.0.1", port)
    print(transport.get_write_buffer_limits(), transport.get_write_buffer_size())
    transport.set_write_buffer_limits(high=100)
    print(transport.get_write_buffer_limits())
    for wrong in ("text", 5):
        try:
            transport.write(wrong)
        except TypeError as error:
            print(error)
    transport.pause_reading()
    print(transport.is_reading())
    transport.resume_reading()
    print(transport.is_reading())
    transport.abort()
    await asyncio.sleep(0.01)
    print(transport.is_closing())
    server.close()
    await server.wait_closed()
    for wrong in (
        lambda: loop.create_connection(asyncio.Protocol),
        lambda: loop.create_connection(asyncio.Protocol, "h", 1, sock=5),
        lambda: loop.create_server(asyncio.Protocol),
        lambda: loop.create_connection(asyncio.Protocol, "127.0.0.1", port),
    ):
        try:
            await wrong()
        except (ValueError, OSError) as error:
            print(type(error).__name__, str(error).replace(str(port), "PORT"))
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    port = taken.getsockname()[1]
    try:
        await loop.create_server(Echo, "127.0.0.1", port)
    except OSError as error:
        print(str(error).replace(str(port), "PORT"))
    taken.close()


async def datagrams(loop):
    server, _ = await loop.create_datagram_endpoint(lambda: Datagrams("server"), local_addr=("127.0.0.1", 0))
    done = loop.create_future()
    address = server.get_extra_info("sockname")
    client, _ = await loop.create_datagram_endpoint(lambda: Datagrams("client", done), remote_addr=address)
    client.sendto(b"abc")
    print(await done)
    client.close()
    server.close()
    await asyncio.sleep(0)
    print(client.is_closing())


async def sockets(loop):
    listener = socket.socket()
    listener.setblocking(False)
    listener.bind(("127.0.0.1", 0))
    listener.listen()

    async def serve():
        connection, address = await loop.sock_accept(listener)
        print("accepted", address[0], connection.getblocking())
        while data := await loop.sock_recv(connection, 100):
            await loop.sock_sendall(connection, b"<" + data + b">")
        connection.close()

    serving = asyncio.create_task(serve())
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, listener.getsockname())
    for text in (b"one", b"two"):
        await loop.sock_sendall(client, text)
        print(await loop.sock_recv(client, 100))
    try:
        await asyncio.wait_for(loop.sock_recv(client, 100), 0.02)
    except asyncio.TimeoutError:
        print("timeout")
    client.close()
    await serving
    listener.close()

    # Readers and writers.
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    seen = loop.create_future()

    def readable():
        print("readable", left.recv(10))
        print(loop.remove_reader(left), loop.remove_reader(left))
        seen.set_result(True)

    loop.add_reader(left, readable)
    loop.add_writer(right.fileno(), lambda: (print("writable"), loop.remove_writer(right), right.send(b"x")))
    await seen
    reader, writer = await asyncio.open_connection(sock=left)
    writer.write(b"by a stream")
    print(await loop.sock_recv(right, 100))
    right.close()
    print(await reader.read())
    writer.close()
    await writer.wait_closed()

    # Other threads wake the loop while it waits for sockets.
    one, other = socket.socketpair()
    one.setblocking(False)
    receiving = asyncio.ensure_future(loop.sock_recv(one, 10))
    print(await asyncio.to_thread(lambda: "from a thread"))
    print(await loop.run_in_executor(None, sum, [1, 2]))
    loop.run_in_executor(None, other.send, b"sent")
    print(await receiving)
    other.close()
    one.close()
    infos = await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)
    print(infos[0][4], await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))


async def main():
    loop = asyncio.get_running_loop()
    await connections(loop)
    await datagrams(loop)
    await sockets(loop)


asyncio.run(main())
