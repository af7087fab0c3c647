import threading

COOKS = 2
WAITERS = 2
SPACE = 1

shelf = []
lock = threading.Lock()
changed = threading.Condition(lock)


def put(dish):
    with lock:
        while len(shelf) == SPACE:
            changed.wait()
        shelf.append(dish)
        #: Wakes one who waits, be it a waiter or a cook.
        #: zh: 唤醒一个等待者，可能是服务员，也可能是厨师。
        changed.notify()


def take():
    with lock:
        while not shelf:
            changed.wait()
        dish = shelf.pop(0)
        #: There is room now. Who is woken by it?
        #: zh: 现在有空位了。被叫醒的会是谁？
        changed.notify()
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
# title.en = "The wrong one is woken"
# title.zh = "叫醒了不该叫的人"
# concept.en = "One condition for two"
# concept.zh = "一个条件变量两用"
# chapter = "queues"
# goal.en = """\
#   Cooks wait for room, waiters wait for dishes, all at one \
#   condition. notify() wakes one of them. Is it the right \
#   one?"""
# goal.zh = """\
#   厨师等空位，服务员等菜，都等在同一个条件变量上。notify() \
#   唤醒的那一个，是对的人吗？"""
# summary.en = """\
#   A shelf by hand with one condition for both kinds of waiting. \
#   A waiter's notify wakes another waiter, who finds nothing and \
#   waits on: the wake-up is wasted."""
# summary.zh = """\
#   自己写的架子，两种等待共用一个条件变量。服务员的 notify 叫\
#   醒了另一个服务员，他找不到菜又去等：这次唤醒白费了。"""
# watch.en = """\
#   The waiting room: cooks and waiters in one. The wake-up goes \
#   to whoever came first, useful or not. When all are in the \
#   room, nobody is left to call."""
# watch.zh = """\
#   看等待区：厨师和服务员混在一起。谁先来先叫醒谁，不管有没有\
#   用。等大家都进了等待区，就没有人来叫了。"""
# lesson.en = "This time each notify found one who could use it."
# lesson.zh = "这一次，每次 notify 都叫对了人。"
# concepts = ["C171", "C186"]
# expect = ["stuck", "finished"]
# fixed_by = "bounded_buffer"
# races = []
# needs = ["if_for_while"]
# check_with = { COOKS = 2, WAITERS = 2, SPACE = 1 }
# guards = { lock = ["shelf"] }
# params.COOKS = { min = 1, max = 3 }
# params.WAITERS = { min = 1, max = 3 }
# params.SPACE = { min = 1, max = 3 }
# challenge.en = """\
#   Bring it to a standstill with two cooks and two waiters, \
#   in the fewest steps."""
# challenge.zh = "用两个厨师、两个服务员，以最少的步数让它停住。"
# challenge.end = "stuck"
# notes.en = """
# Purpose: notify() on a condition with two kinds of waiters can wake one who cannot go on; the wake-up is lost for the other.
# Ask the class: Who is woken when a waiter has taken a dish? Whoever waited longest, maybe another waiter. Does while not help? It keeps the shelf right, but it does not pass the wake-up on.
# What people get wrong: They suspect the test, the lock, or a race. All of them are right; only the address of the notify is wrong.
# Lock and data: lock guards shelf, everywhere. There is no data race.
# Change next: notify_all() in both places: right, but it wakes everybody for nothing. Better two conditions: bounded_buffer.
# """
# notes.zh = """
# 目的：一个条件变量上有两类等待者时，notify() 可能叫醒一个走不下去的人，真正该醒的却没醒。
# 提问：服务员取走一道菜，会叫醒谁？等得最久的那个，也可能是另一个服务员。不是有 while 吗？while 保证架子不出错，却不会把唤醒转给别人。
# 常见误解：怀疑检查写错了、锁用错了、有数据竞争。这些都没错，错的只是 notify 叫的对象。
# 锁与数据：lock 处处保护 shelf，没有数据竞争。
# 接着改：两处都改成 notify_all()：正确，但每次都叫醒所有人。更好的是两个条件变量：bounded_buffer。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   Ben waits for room, Xia for a dish. Yan took one. Who is \
#   woken?"""
# ask.zh = "yan 取走了菜；ben 在等空位，xia 在等菜。谁会被叫醒？"
# because.en = """\
#   Both wait at one condition, and Xia waited longer. She \
#   cannot use it: the shelf is empty."""
# because.zh = """\
#   两人等在同一个条件变量上，xia 等得更久。可架子是空的，叫醒\
#   她没有用。"""
# at = { event = "notified", thread = "yan", of = "changed" }
# until = { event = "notified", thread = "yan", of = "changed" }
# options = [
#     { en = "ben, for he needs room", zh = "ben，因为他在等空位" },
#     { en = "xia, for she waited longest", zh = "xia，因为她等得最久" },
#     { en = "both", zh = "两个都叫醒" },
# ]
# right = 2
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = "Xia finds no dish and waits again. How does it end?"
# ask.zh = "xia 没找到菜，又去等了。最后会怎样？"
# because.en = """\
#   All are in the waiting room, and nobody is left to notify: \
#   stuck, with room on the shelf."""
# because.zh = """\
#   大家都在等待区，没有人再来 notify：架子明明有空位，却卡住\
#   了。"""
# at = { event = "acquired", thread = "yan", of = "lock", nth = 6 }
#
# [[tool.raddle.tour]]
# say.en = """\
#   A shelf for one dish, two cooks, two waiters. All wait at \
#   one condition."""
# say.zh = """\
#   架子只能放一道菜，两个厨师，两个服务员。大家等在同一个条件\
#   变量上。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The waiters come first, find nothing, and wait."
# say.zh = "服务员先来，没有菜，等着。"
# play = 9
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Ann puts a dish and wakes Xia: well done."
# say.zh = "ann 放上一道菜，叫醒 xia：叫对了。"
# play = 16
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Xia takes it and wakes Yan. A dish is gone, and a waiter \
#   is woken for it."""
# say.zh = """\
#   xia 取走了菜，叫醒的却是 yan。菜刚没了，就叫醒一个等菜的\
#   人。"""
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = """\
#   For a while it goes well. Now Ben waits for room, and Xia \
#   for a dish."""
# say.zh = "一时也没出事。现在 ben 在等空位，xia 在等菜。"
# play = 73
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Yan takes the dish. There is room for Ben, but notify() \
#   wakes Xia."""
# say.zh = "yan 取走了菜。ben 有空位了，notify() 叫醒的却是 xia。"
# play = 77
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   She finds nothing and waits again. The wake-up is wasted."""
# say.zh = "xia 找不到菜，又去等。这次唤醒白费了。"
# play = 83
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   All wait, the shelf is empty, and nobody is left to call: \
#   stuck."""
# say.zh = "大家都在等，架子空着，没有人来叫了：卡住了。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Two kinds of waiting need two conditions."
# say.zh = "两种等待，就要两个条件变量。"
# wait = 5
# ///
