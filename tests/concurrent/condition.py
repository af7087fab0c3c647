import threading


class Buffer:
    def __init__(self):
        self.items = []
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            self.items.append(item)
            self.changed.notify()

    def get(self, timeout):
        with self.changed:
            while not self.items:
                if not self.changed.wait(timeout):
                    return "nothing"
            return self.items.pop(0)


buffer = Buffer()
got = {}


def take(name):
    got[name] = buffer.get(0.5)


takers = [threading.Thread(target=take, args=(name,)) for name in ("a", "b", "c")]
for taker in takers:
    taker.start()
buffer.put("x")
buffer.put("y")
for taker in takers:
    taker.join()
for name in ("a", "b", "c"):
    print(name, got[name])
