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


def serve(name):
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
    args = (name, dish)
    cooks.append(
        threading.Thread(target=cook, name=name, args=args)
    )
waiters = []
for name in ["xia", "yan", "zoe"][:WAITERS]:
    waiters.append(
        threading.Thread(target=serve, name=name, args=(name,))
    )
for thread in waiters + cooks:
    thread.start()

for thread in cooks:
    thread.join()
for _ in waiters:
    #: All dishes are on the shelf: now a sentinel per waiter.
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
# races = []
# needs = ["results_by_queue"]
# check_with = { COOKS = 1, WAITERS = 2 }
# notes.en = """
# Purpose: A queue with little room keeps both sides in step: whoever is too quick is blocked.
# Ask the class: Who waits at first, who later? The waiters at the empty shelf, then the cooks at the full one. Why does main put the None, and not a cook? Only after both cooks have ended is everything on the shelf.
# What people get wrong: They put one None for all, or put it before the cooks have ended, or test empty() instead.
# Lock and data: The queue has its lock inside; dishes are handed over, not shared.
# Change next: Leave the None out (no_end_signal), put them too early (sentinel_too_early), or one too few (too_few_sentinels).
# """
# notes.zh = """
# 目的：格子有限的队列让两边步调一致：快的一边会被阻塞。
# 提问：开始时谁等，后来谁等？先是服务员在空架子前等，后来是厨师在满架子前等。为什么由主线程放 None？两个厨师都结束了，菜才算全上架。
# 常见误解：只放一个 None 就想让所有人下班，或者厨师还没结束就放，或者用 empty() 判断。
# 锁与数据：锁在队列里面；菜是交接出去的，不是共享的。
# 接着改：不放 None（no_end_signal），放早了（sentinel_too_early），少放一个（too_few_sentinels）。
# """
#
# [tool.raddle.params]
# COOKS = { value = 2, min = 1, max = 3 }
# WAITERS = { value = 2, min = 1, max = 3 }
# SPACE = { value = 2, min = 1, max = 5 }
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   The shelf is full and nobody is taking. Who is blocked \
#   first?"""
# ask.zh = "架子满了，没有人在取。谁先阻塞？"
# because.en = """\
#   The waiters are still serving; Ben comes with the next \
#   dish and finds no room."""
# because.zh = "服务员还在上菜；ben 端来下一道菜，没有空位。"
# at = { event = "unblocked", thread = "ben", nth = 3 }
# until = { event = "blocked", of = "shelf" }
# options = ["xia", "ben", "ann", "yan"]
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   All dishes are served. What is the last thing Yan takes?"""
# ask.zh = "菜都上完了。yan 最后取到的是什么？"
# because.en = """\
#   Behind the last dish lie the sentinels, one for each \
#   waiter."""
# because.zh = "最后一道菜后面是哨兵，每个服务员一个。"
# at = { event = "unblocked", thread = "yan", nth = 4 }
# until = { event = "got", thread = "yan", of = "shelf" }
# options = [
#     { en = "rice-3", zh = "rice-3" },
#     { en = "soup-3", zh = "soup-3" },
#     { en = "None, a sentinel", zh = "None，一个哨兵" },
# ]
# right = 3
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
# say.en = """\
#   Both cooks are done and gone. Only now does main bring the \
#   sentinels."""
# say.zh = "两个厨师都做完走了。主线程这才放哨兵。"
# play = 59
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
