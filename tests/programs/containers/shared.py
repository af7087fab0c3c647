"""Containers that threads share: each method is one step."""
from threading import Thread, Lock

items = []
table = {}
members = set()
lock = Lock()


def work(name):
    for n in range(5):
        items.append((name, n))
        table[name, n] = n
        members.add((name, n))
        table.setdefault('first', name)
        items.extend([(name, -n)])
    with lock:
        counts = table.get('count', 0)
        table['count'] = counts + 1
    table.update({name: len(name)})


threads = [Thread(target=work, args=(name,)) for name in ('a', 'bb', 'ccc')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(items), len(table), len(members), table['count'], table['a'], table['bb'], table['ccc'])
print(sorted(items)[:4], sorted(members)[-2:], table['first'] in ('a', 'bb', 'ccc'))


def both(left, right, results):
    results.append(left + right)
    results.append(left == right)
    left.extend(right)


left, right, results = [1], [2, 3], []
threads = [Thread(target=both, args=(left, right, results)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(left, len(results), False in results)
