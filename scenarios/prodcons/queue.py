import queue
import threading
import time

COOKS = 2
WAITERS = 2
SPACE = 2

shelf = queue.Queue(SPACE)


def cook(name, dish):
    for number in range(1, 4):
        time.sleep(0.05)
        #: Blocks while the shelf is full.
        #: zh: 架子满了就阻塞。
        shelf.put(f"{dish}-{number}")
    print(f"{name} goes home")


def wait_tables(name):
    while True:
        #: Blocks while the shelf is empty.
        #: zh: 架子空了就阻塞。
        dish = shelf.get()
        #: A sentinel, not a dish: the work is over.
        #: zh: 这不是菜，是哨兵：工作结束了。
        if dish is None:
            break
        print(f"{name} serves {dish}")
        time.sleep(0.2)
    print(f"{name} goes home")


menu = [("ann", "soup"), ("ben", "rice"), ("cai", "cake")]
cooks = []
for name, dish in menu[:COOKS]:
    cooks.append(
        threading.Thread(target=cook, name=name, args=(name, dish))
    )
waiters = []
for name in ["xia", "yan", "zoe"][:WAITERS]:
    waiters.append(
        threading.Thread(target=wait_tables, name=name, args=(name,))
    )
for thread in waiters + cooks:
    thread.start()

for thread in cooks:
    thread.join()
for _ in waiters:
    #: All dishes are on the shelf: now one sentinel a waiter.
    #: zh: 菜都上架了：给每个服务员放一个哨兵。
    shelf.put(None)
for thread in waiters:
    thread.join()
print("the kitchen is closed")

# /// script
# [tool.raddle]
# title.en = "Producers and consumers"
# title.zh = "生产者与消费者"
# chapter = "prodcons"
# goal.en = """\
#   Cooks put dishes on a small shelf, waiters take them. Who \
#   is blocked, and when?"""
# goal.zh = "厨师往小架子上放菜，服务员来取。谁会阻塞，什么时候阻塞？"
# summary.en = """\
#   Cooks put dishes on a shelf with little room, waiters take them. \
#   A full shelf blocks the cooks, an empty one the waiters. A \
#   None for each waiter, after the last dish, sends them home."""
# summary.zh = """\
#   厨师把菜放到格子有限的架子上，服务员来取。架子满了厨师等，\
#   架子空了服务员等。最后一道菜之后，\
#   给每个服务员放一个 None，让他们下班。"""
# watch.en = """\
#   First the waiters block at the empty shelf, then the cooks at the \
#   full one. The sentinels come only after all dishes are on the \
#   shelf, so no dish is left behind."""
# watch.zh = """\
#   开始时服务员在空架子前等，后来厨师在满架子前等。\
#   所有的菜都放上去之后才放哨兵 None，\
#   所以不会有菜被落下。"""
# lesson.en = "A full shelf blocks the cooks, an empty one the waiters."
# lesson.zh = "架子满了厨师阻塞，架子空了服务员阻塞。"
# concepts = ["C178", "C196", "C197", "C201", "C204"]
# expect = ["finished"]
#
# [tool.raddle.params]
# COOKS = { value = 2, min = 1, max = 3 }
# WAITERS = { value = 2, min = 1, max = 3 }
# SPACE = { value = 2, min = 1, max = 5 }
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two cooks put dishes on a shelf for two; two waiters take \
#   them."""
# say.zh = "两个厨师往两格的架子上放菜，两个服务员取菜。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The shelf is empty: a waiter who wants a dish is blocked."
# say.zh = "架子是空的：要菜的服务员只好等。"
# play = "blocking"
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "A cook puts a dish: a waiter wakes up and takes it."
# say.zh = "厨师放上一道菜：一个服务员醒来，把它取走。"
# play = 24
# wait = 3
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = "When the shelf is full, the cooks block. Watch the slots."
# say.zh = "架子满了，厨师就等。看这些格子。"
# play = 46
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "At the end, one sentinel for each waiter says: go home."
# say.zh = "最后，给每个服务员一个哨兵：可以回家了。"
# play = "end"
# wait = 5
#
# [tool.raddle.concept]
# en = "Queue"
# zh = "队列"
# ///
