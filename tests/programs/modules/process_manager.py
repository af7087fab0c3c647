# Managers: objects that one process keeps for others.
import multiprocessing
from multiprocessing import Manager, Pool, Process
from multiprocessing.managers import BaseManager


def write(shared, listed, space):
    shared["one"] = 1
    shared[2] = [3]
    listed.append("four")
    listed.extend([5, 6])
    space.seven = 8


def nest(shared):
    shared["list"].append(3)
    shared["dict"]["count"] += 1


def add(lock, value, times):
    for _ in range(times):
        with lock:
            value.value += 1


def note(task):
    shared, number = task
    shared[number] = number * number


def pass_on(queue, event, lock):
    with lock:
        queue.put("from a pool")
    event.set()


class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance

    def fail(self):
        raise KeyError("no such thing")

    def _hidden(self):
        return self.balance


class Bank(BaseManager):
    pass


Bank.register("Account", Account)
Bank.register("rich", lambda: Account(1000), exposed=("deposit",))


def attempt(what, *args):
    try:
        return what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def main():
    with Manager() as manager:
        shared, listed, space = manager.dict(), manager.list([0]), manager.Namespace(first=1)
        run(Process(target=write, args=(shared, listed, space)))
        print(shared, listed, space, space.seven)
        print(len(shared), shared["one"], "one" in shared, shared.get("x"), list(shared.keys()), shared.items(), list(shared))
        print(attempt(lambda: shared["x"]), "|", attempt(lambda: listed[9]), "|", attempt(lambda: space.nothing))
        print(shared.pop("one"), shared.setdefault("y", 2), shared.copy(), type(shared.copy()), type(shared).__name__)
        listed[1:3] = ["a"]
        listed += ["b"]
        listed.reverse()
        print(listed, listed[0], listed[-2:], listed + [1], len(listed), listed.index("a"), listed.pop(), list(listed))
        nested = manager.dict(list=manager.list([1, 2]), dict=manager.dict(count=0))
        run(Process(target=nest, args=(nested,)))
        print(nested["list"], nested["dict"])
        plain = manager.dict(list=[])
        plain["list"].append("lost")
        print(plain)
        value, lock = manager.Value("i", 0), manager.Lock()
        run(*[Process(target=add, args=(lock, value, 4)) for _ in range(3)])
        print(value, value.value, value.get())
        array = manager.Array("i", [1, 2, 3])
        array[0] = 9
        print(array, array[0], len(array), array[1:])
        squares, queue, event = manager.dict(), manager.Queue(), manager.Event()
        with Pool(2) as pool:
            pool.map(note, [(squares, number) for number in range(4)])
            pool.apply(pass_on, (queue, event, lock))
        print(sorted(squares.items()), queue.get(), event.is_set(), queue.empty())

    with Bank() as bank:
        account = bank.Account(5)
        run(Process(target=account.deposit, args=(10,)))
        print(account.deposit(0), type(account).__name__, attempt(account.fail))
        print(attempt(lambda: account._hidden()), "|", bank.rich().deposit(1), "|", attempt(lambda: bank.rich().fail()))
        print(attempt(lambda: bank.poor()))
    bank = Bank()
    print(attempt(bank.Account))
    bank.start()
    print(attempt(bank.start), "|", bank.Account().deposit(3))
    bank.shutdown()
    print(attempt(bank.start), multiprocessing.active_children())


if __name__ == "__main__":
    main()
