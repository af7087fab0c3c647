import threading

COOKS = 2
WAITERS = 2
SPACE = 1

shelf = []
lock = threading.Lock()
not_full = threading.Condition(lock)
not_empty = threading.Condition(lock)


def put(dish):
    with lock:
        while len(shelf) == SPACE:
            not_full.wait()
        shelf.append(dish)
        #: Wakes one who waits for a dish, never a cook.
        #: zh: 唤醒一个等菜的：只会是服务员，不会是厨师。
        not_empty.notify()


def take():
    with lock:
        while not shelf:
            not_empty.wait()
        dish = shelf.pop(0)
        #: There is room: wakes one who waits for it, a cook.
        #: zh: 有空位了：唤醒一个等空位的，也就是厨师。
        not_full.notify()
    return dish


def cook(name):
    for number in range(1, 6 // COOKS + 1):
        put(f"dish {number} of {name}")


def serve(name):
    for _ in range(6 // WAITERS):
        print(f"{name} serves {take()}")


jobs = [(serve, n) for n in ("xia", "yan", "zoe")[:WAITERS]]
jobs += [(cook, n) for n in ("ann", "ben", "cai")[:COOKS]]
for job, name in jobs:
    args = (name,)
    threading.Thread(target=job, name=name, args=args).start()

# /// script
# [tool.raddle]
# title.en = "A shelf built by hand"
# title.zh = "自己动手写有界缓冲区"
# concept.en = "Bounded buffer"
# concept.zh = "有界缓冲区"
# chapter = "queues"
# goal.en = """\
#   One lock, two conditions: not_full for cooks, not_empty \
#   for waiters. Who is woken by a put, who by a take?"""
# goal.zh = """\
#   现在一把锁配两个条件变量：not_full 给厨师，not_empty 给服\
#   务员。放菜叫醒谁，取菜又叫醒谁？"""
# summary.en = """\
#   The same shelf with two conditions on one lock. A put wakes \
#   one who waits for a dish, a take one who waits for room: no \
#   wake-up is wasted."""
# summary.zh = """\
#   同样的架子，一把锁上有两个条件变量。放菜叫醒等菜的，取菜叫\
#   醒等空位的：没有一次唤醒会白费。"""
# watch.en = """\
#   Two waiting rooms instead of one. Each notify goes to \
#   those who can use it; if nobody is there, nobody needs it."""
# watch.zh = """\
#   等待区由一个变成两个。每次 notify 都叫到用得上的人；没人在\
#   等，就是没人需要。"""
# lesson.en = "A condition for each reason to wait, on one lock."
# lesson.zh = "每种等待的理由一个条件变量，共用一把锁。"
# concepts = ["C184", "C185", "C186"]
# expect = ["finished"]
# panes = ["guards"]
# races = []
# needs = ["buffer_one_condition"]
# check_with = { COOKS = 2, WAITERS = 2, SPACE = 1 }
# guards = { lock = ["shelf"] }
# params.COOKS = { min = 1, max = 3 }
# params.WAITERS = { min = 1, max = 3 }
# params.SPACE = { min = 1, max = 3 }
# notes.en = """
# Purpose: This is what queue.Queue does inside: one lock, one condition for each reason to wait, and while around each wait.
# Ask the class: Why one lock for both? Both conditions are about the same shelf. Who is woken by a take? A cook, for only cooks wait at not_full.
# What people get wrong: They give each condition a lock of its own: then put and take change the shelf at the same time.
# Lock and data: lock guards shelf; not_full and not_empty are two waiting rooms of this one lock.
# Change next: SPACE to 3 and see the cooks wait less; replace while by if and look for the order that fails.
# """
# notes.zh = """
# 目的：queue.Queue 里面就是这样：一把锁，每种等待理由一个条件变量，每个 wait 外面都有 while。
# 提问：为什么两个条件变量共用一把锁？它们说的是同一个架子。取菜会叫醒谁？厨师，因为等在 not_full 上的只有厨师。
# 常见误解：给每个条件变量各配一把锁：那样放和取就会同时改架子。
# 锁与数据：lock 保护 shelf；not_full 和 not_empty 是这把锁的两个等待区。
# 接着改：SPACE 改成 3，看厨师等得少了；把 while 改成 if，找一找会出错的顺序。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   Xia has taken the dish and notifies not_full. Who can be \
#   woken?"""
# ask.zh = "xia 取走了菜，要通知 not_full。可能叫醒谁？"
# because.en = """\
#   Only those who want room wait at not_full: Ben, a cook."""
# because.zh = "等在 not_full 上的只有等空位的人：厨师 ben。"
# at = { event = "notified", thread = "xia", of = "not_full" }
# until = { event = "notified", thread = "xia", of = "not_full" }
# options = [
#     { en = "a waiter", zh = "一个服务员" },
#     { en = "anybody who waits", zh = "随便哪个等待者" },
#     { en = "a cook", zh = "一个厨师" },
# ]
# right = 3
#
# [[tool.raddle.predict]]
# kind = "value"
# ask.en = """\
#   Ben puts the last dish. What is on the shelf at the end?"""
# ask.zh = "ben 放上最后一道菜。结束时架子上还有什么？"
# because.en = "Six were put and six taken, each under the lock."
# because.zh = "放了六道，取了六道，每一次都在锁里。"
# of = "shelf"
# at = { event = "wrote", thread = "ben", of = "shelf", nth = 3 }
# options = ["['dish 3 of ben']", "[]", "['dish 3 of ann']"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same shelf, cooks and waiters; one lock, and two \
#   waiting rooms."""
# say.zh = "还是这个架子、这些人；一把锁，两个等待区。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The waiters wait at not_empty."
# say.zh = "服务员等在 not_empty。"
# play = 9
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann puts a dish and notifies not_empty: only a waiter can \
#   be there."""
# say.zh = "ann 放上菜，通知 not_empty：那里只会有服务员。"
# play = 14
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Xia takes it and notifies not_full. No cook waits, so \
#   nobody is woken in vain."""
# say.zh = """\
#   xia 取走菜，通知 not_full。没有厨师在等，也就没有人被白白\
#   叫醒。"""
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = "Ben finds the shelf full and waits at not_full."
# say.zh = "ben 发现架子满了，等在 not_full。"
# play = 68
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Xia makes room and wakes Ben, and not the other waiter."""
# say.zh = "xia 腾出空位，叫醒的是 ben，不是另一个服务员。"
# play = 73
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "All six dishes are served, in every order."
# say.zh = "六道菜都上完了，什么顺序都一样。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   One lock for the shelf, a condition for each reason to \
#   wait."""
# say.zh = "架子一把锁，每种等待的理由一个条件变量。"
# wait = 5
# ///
