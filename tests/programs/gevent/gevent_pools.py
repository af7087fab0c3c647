# Groups and pools of greenlets.
import gevent
from gevent.pool import Group, Pool

# What fails is looked at below: nothing is printed of it.
gevent.get_hub().NOT_ERROR = (Exception, gevent.GreenletExit)

running = 0
most = 0


def work(number):
    global running, most
    running += 1
    most = max(most, running)
    gevent.sleep(number / 100)
    running -= 1
    return number * number


group = Group()
for number in (3, 1, 2):
    group.spawn(work, number)
print(len(group), len(list(group)), group.full())
print(group.join(), len(group), most)
print(group.map(work, [3, 1, 2]))
print(list(group.imap(work, [3, 1, 2])))
print(list(group.imap_unordered(work, [3, 1, 2])))
print(group.apply(work, (4,)), group.apply_async(work, (5,)).get())
print(group.map_async(work, range(3)).get())
group.apply_async(work, (2,), callback=lambda value: print("callback", value))
group.join()
gevent.sleep(0)
print(list(group.imap(lambda a, b: a + b, [1, 2], [10, 20])))

most = 0
pool = Pool(2)
print(pool.size, pool.free_count(), pool.full())
begun = [pool.spawn(work, number) for number in (3, 1, 2, 1)]
print("all begun, at most", most)
pool.join()
print([one.value for one in begun], pool.free_count())
print(pool.map(work, range(5)), most)
print(list(pool.imap_unordered(work, [5, 1, 2, 1])))
for item in pool.imap(work, (number for number in range(3))):
    print("item", item)


def fails(number):
    if number == 1:
        raise KeyError(number)
    return number


try:
    pool.map(fails, range(3))
except KeyError as error:
    print("KeyError", error)
pool.join()
results = pool.imap(fails, range(3))
seen = []
while True:
    try:
        seen.append(next(results))
    except KeyError:
        seen.append("KeyError")
    except StopIteration:
        break
print(seen)

sleepers = Group()
for _ in range(3):
    sleepers.spawn(gevent.sleep, 100)
print(sleepers.join(timeout=0.1), len(sleepers))
sleepers.kill()
print(len(sleepers))
own = gevent.spawn(work, 1)
group.add(own)
print(own in group, len(group))
group.join()
print(own in group, own.value)
group.discard(own)
try:
    Pool(-1)
except ValueError as error:
    print("ValueError", error)
