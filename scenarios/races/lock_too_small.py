import threading
import time

AGENCIES = 2

NAMES = ["north", "south", "east", "west"]
bus = threading.Lock()
seats = 1
tickets = []


def sell(agency):
    global seats
    with bus:
        free = seats > 0
    #: The lock is given back here, and with it the seat.
    #: zh: 锁在这里释放了，座位也就没人看着了。
    if free:
        #: The clerk writes down the passenger's name.
        #: zh: 售票员正在登记乘客的姓名。
        time.sleep(0.1)
        #: Locked again. But is there still a seat?
        #: zh: 又加了锁。可座位还在吗？
        with bus:
            seats = seats - 1
            tickets.append(agency)


agencies = []
for name in NAMES[:AGENCIES]:
    agencies.append(
        threading.Thread(target=sell, name=name, args=(name,))
    )
for agency in agencies:
    agency.start()
for agency in agencies:
    agency.join()
#: There was one seat. How many people hold a ticket for it?
#: zh: 座位只有一个。有几个人手里有票？
print(f"tickets: {len(tickets)}, seats: {seats}")

# /// script
# [tool.raddle]
# title.en = "Locked, and still wrong"
# title.zh = "加了锁还是出错"
# chapter = "races"
# concept.en = "Lock too small"
# concept.zh = "锁的范围太小"
# goal.en = """\
#   The test is under the lock, and so is the sale. Can one seat \
#   still be sold twice?"""
# goal.zh = "检查在锁里，卖出也在锁里。同一个座位还会卖两次吗？"
# summary.en = """\
#   Each access to seats is locked, no data race is left. But \
#   between test and sale the lock is free, and the bus is oversold \
#   as before."""
# summary.zh = """\
#   每次访问 seats 都加了锁，数据竞争没有了。但检查和卖出之间锁是空\
#   闲的，座位照样超卖。"""
# watch.en = """\
#   Who holds bus: one takes it and gives it back, then the other. \
#   Nobody is inside while the names are written, and what free \
#   says has grown old."""
# watch.zh = """\
#   看锁 bus 的持有者：获取、释放，再被另一家获取、释放。登记姓名时\
#   锁里没有人，free 已经过期了。"""
# lesson.en = """\
#   Two small locks are not one large one: count the tickets."""
# lesson.zh = "两段小的临界区不等于一段大的：数一数票。"
# concepts = ["C131", "C136"]
# expect = ["finished"]
# prints = "tickets: 1, seats: 0"
# panes = ["guards", "memory"]
# races = []
# fixed_by = "last_seat_locked"
# needs = ["last_seat"]
# guards = { bus = ["seats"] }
# params.AGENCIES = { min = 2, max = 4 }
# notes.en = """
# Purpose: no data race is not yet no mistake. Test and act need one hold of the lock.
# Ask the class: Which line should move? The second with goes, and if and sale move into the first. – What is the price? Names are now written one after the other.
# What people get wrong: "every access is locked, so it is thread-safe". The commonest wrong repair; it is worth letting them defend it first.
# Lock and data: bus guards seats, but not the time between two visits.
# Change next: ask for seats > 0 once more inside the second with. That repairs it, too: the first look is then merely a hint.
# """
# notes.zh = """
# 目的：没有数据竞争，不等于没有错误。检查和执行要放在同一段临界区里。
# 提问：应该挪动哪几行？去掉第二个 with，把 if 和卖票都放进第一个里。——代价是什么？登记姓名只能一家一家地来。
# 常见误解：“每次访问都加了锁，所以线程安全”。这是最常见的错误改法，不妨先让学生为它辩护。
# 锁与数据：bus 保护 seats，但管不了两次进入之间的时间。
# 接着改：在第二个 with 里再判断一次 seats > 0，也能改对：第一次查看就只是个参考了。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   Each access to seats is locked. Is there still a data race?"""
# ask.zh = "每次访问 seats 都加了锁。还有数据竞争吗？"
# at = { event = "slept", thread = "north" }
# options = [
#   { en = "yes: two threads write seats", zh = "有：两个线程都要写 seats" },
#   { en = "no, so the program is right", zh = "没有，所以程序是对的" },
#   { en = "no, and yet it can go wrong", zh = "没有，但仍然可能出错" },
# ]
# right = 3
# because.en = """\
#   Accesses exclude each other, but what was learnt in the first \
#   hold is old in the second."""
# because.zh = """\
#   各次访问是互斥的，但第一段里得知的事，到第二段已经过期了。"""
#
# [[tool.raddle.predict]]
# kind = "output"
# ask.en = "Both have looked under the lock. What will main print?"
# ask.zh = "两家都在锁里看过了。主线程会打印什么？"
# at = { event = "wrote", of = "seats", thread = "north" }
# until = { event = "output" }
# options = ["tickets: 2, seats: -1", "tickets: 1, seats: 0", "tickets: 2, seats: 0"]
# because.en = """\
#   South's True was found before north sold. The lock around the \
#   sale does not look again."""
# because.zh = """\
#   south 的 True 是在 north 卖出之前得到的，卖票那一段锁不会再查一\
#   遍。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   Somebody has put locks around every use of seats. Two careful \
#   little locks."""
# say.zh = "有人把每个用到 seats 的地方都加了锁，两段小小的临界区。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   North takes the lock, looks, and gives it back: free is True."""
# say.zh = "north 获取锁，看了一眼，释放锁：free 为 True。"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   While it writes down a name, the lock is free. South takes it \
#   and looks."""
# say.zh = """\
#   它登记姓名的时候，锁是空闲的。south 获取锁，也看了一眼。"""
# play = 9
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Both now hold a True that was right when it was found."
# say.zh = "两家手里各有一个 True，得到它的那一刻都是对的。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "North sells under the lock: 0 seats."
# say.zh = "north 在锁里卖出：剩 0 个座位。"
# play = 16
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   South waits politely for the lock, and then sells a seat that \
#   is gone: -1."""
# say.zh = """\
#   south 老老实实拿到锁，卖掉的却是一个已经没有的座位：-1。"""
# play = 22
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Two tickets, one seat, and not a single data race."
# say.zh = "两张票，一个座位，却没有一处数据竞争。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   A lock guards a stretch of code, not a thought. f puts test and \
#   sale into one hold."""
# say.zh = """\
#   锁保护的是一段代码，不是一个想法。按 f 看怎样把检查和卖出放进同\
#   一段。"""
# wait = 5
# ///
