# Calls of native code that others could notice, however it was come by.
import threading

shared = [3, 1, 2]
table = {'a': 1}
stop = threading.Event()


class Items(list):
    pass


class Table(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


class Tools:
    static_print = staticmethod(print)
    static_list = staticmethod(list)
    kind = Items

    def __init__(self):
        self.print = print
        self.list = list
        self.items = Items
        self.table = Table
        self.append = shared.append
        self.sorted = sorted

    def work(self):
        self.print('print', 1)
        self.print('print', 2, end='.\n')
        self.print(*['print', 3], **{'sep': '-'})
        Tools.static_print('static', 1)
        self.static_print('static', 2, sep='-')
        print(self.list(shared), self.static_list(shared), Tools.static_list(shared), self.list(*[shared]))
        print(self.items(shared), self.kind(shared), Items(*[shared]), Items(shared), type(self.items(shared)).__name__)
        print(self.table(table), self.table(table, b=2), Table(*[table], **{'c': 3}), Table(table), dict(table, d=4))
        self.append(9)
        self.append(*[8])
        print(self.sorted(shared), self.sorted(shared, reverse=True), sorted(*[shared], **{'key': lambda n: -n}))
        print(set(shared) == frozenset(shared), tuple(shared), sum(shared), max(*[shared]), str(shared), f'{shared}')
        with open_lock() as taken:
            print(taken, *shared, *table.items(), **{'sep': ','})
        shared.clear()
        shared.extend([1, 2])
        globals_add()
        print(shared, [*shared, *shared], {**table, 'z': 0}, list(map(str, shared)), list(zip(shared, shared)))


def globals_add():
    global shared
    shared += [3]


def open_lock():
    return lock


lock = threading.Lock()
other = threading.Thread(target=stop.wait)
other.start()
tools = Tools()
worker = threading.Thread(target=tools.work)
worker.start()
worker.join()
tools.work()
stop.set()
other.join()
print(shared, table)


def names(**known):
    return known


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


attempt(lambda: names(**table, **{'c': 3}, d=4))
attempt(lambda: names(a=2, **table))
attempt(lambda: names(**{'c': 3}, **{'c': 4}))
attempt(lambda: names(**{1: 2}))
attempt(lambda: names(**Table(e=5)))
attempt(lambda: names(**5))
attempt(lambda: names(**{}))
