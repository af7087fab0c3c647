import threading
import time

PEOPLE = 2
PAYMENTS = 2

NAMES = ["alice", "bob", "carol", "dave"]
NAMES += [f"guest-{number}" for number in range(5, 101)]
balance = 0
account = threading.Lock()


def pay():
    global balance
    for _ in range(PAYMENTS):
        #: Takes the lock, or blocks until it is free.
        #: zh: 获取锁；锁被占用时就阻塞。
        with account:
            #: Nobody else can come between read and write.
            #: zh: 现在别人不可能插到读和写之间。
            seen = balance
            time.sleep(0.1)
            #: Writes; the end of the block gives the lock back.
            #: zh: 写回余额；离开 with 代码块时释放锁。
            balance = seen + 10


threads = []
for name in NAMES[:PEOPLE]:
    threads.append(threading.Thread(target=pay, name=name))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

expected = 10 * PEOPLE * PAYMENTS
#: Each payment was 10. Is the money all there?
#: zh: 每笔存款是 10。钱都在吗？
print(f"expected {expected}, found {balance}")

# /// script
# [tool.raddle]
# title.en = "The lost update, with a lock"
# title.zh = "丢失更新：加锁"
# chapter = "races"
# concept.en = "Race cured"
# concept.zh = "竞态的解决"
# goal.en = """\
#   The same payments into one account, but now under a lock. Is \
#   all of it there?"""
# goal.zh = "同样往一个账户存钱，但是加了锁。这次钱都在吗？"
# summary.en = """\
#   Reading and writing back now happen under a lock: whoever pays \
#   is alone with the balance, and no payment is lost."""
# summary.zh = """\
#   读余额和写余额都放在锁里：同一时刻只有一个人在存钱，一笔也不会\
#   丢。"""
# watch.en = """\
#   The lock passes from hand to hand, and the others want it. The \
#   price: the payments now come one after the other."""
# watch.zh = """\
#   锁从一个线程传到另一个线程，其余的线程排队等待。代价是：存款只\
#   能一笔一笔地进行。"""
# lesson.en = """\
#   Read and write under one lock: nobody gets in between."""
# lesson.zh = "读和写在同一把锁里：谁也插不进来。"
# concepts = ["C127", "C129", "C132"]
# expect = ["finished"]
# panes = ["memory", "guards", "crowd", "side_by_side"]
# races = []
# needs = ["lost_update"]
# guards = { account = ["balance"] }
# params.PEOPLE = { min = 1, max = 100 }
# notes.en = """
# Purpose: the window is closed by one lock that covers read and write together.
# Ask the class: What does Bob do while Alice holds the lock? Nothing, he is blocked and costs no processor. – Why 0.4 s and not 0.2 s? The pauses are inside the lock, so they add up.
# What people get wrong: "the lock locks the variable". It does not: whoever reads balance without asking for account reads it. The lock works because all of them ask.
# Lock and data: account guards balance, from the read to the write.
# Change next: move time.sleep(0.1) before the with. Still right, and in 0.2 s. Then PEOPLE = 100 with the pause inside, and without.
# """
# notes.zh = """
# 目的：用一把锁把“读”和“写”整个包住，空当就没有了。
# 提问：alice 拿着锁的时候，bob 在做什么？什么也不做，他处于阻塞状态，不占 CPU。——为什么是 0.4 秒而不是 0.2 秒？数钱的停顿在锁里面，只能一段一段加起来。
# 常见误解：“锁锁住了变量”。不对：谁不去获取 account 就直接读 balance，照样读得到。锁之所以有用，是因为人人都先去获取它。
# 锁与数据：account 保护 balance，从读到写整个过程。
# 接着改：把 time.sleep(0.1) 挪到 with 前面，结果仍然正确，只用 0.2 秒。再把 PEOPLE 改成 100，比较停顿在锁里和锁外的时间。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   Alice holds the lock. Who is the first that must wait for it?"""
# ask.zh = "alice 拿着锁。第一个不得不等锁的是谁？"
# until = { event = "blocked", of = "account" }
# options = ["MainThread", "alice", "bob"]
# because.en = """\
#   Bob asks while Alice still counts. Main waits, too, but for \
#   Alice's end, not for the lock."""
# because.zh = """\
#   alice 还在数钱，bob 就来要锁。主线程也在等，等的却是 alice 结\
#   束，不是锁。"""
#
# [[tool.raddle.predict]]
# kind = "time"
# ask.en = """\
#   Each pause lasts 0.1 s. After how many seconds is all paid?"""
# ask.zh = "每次数钱 0.1 秒。几秒之后才全部存完？"
# until = "end"
# options = ["0.1", "0.2", "0.4"]
# at = { event = "wrote", of = "balance", thread = "alice" }
# because.en = """\
#   Four pauses under one lock come one after the other: 4 × 0.1 s. \
#   Without the lock two by two, and wrong."""
# because.zh = """\
#   四次数钱都在同一把锁里，只能一次接一次：4 × 0.1 秒。不加锁可以\
#   两人同时数，只是结果不对。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same account, the same payments. One thing is new: a lock \
#   around read and write."""
# say.zh = """\
#   还是那个账户，还是那几笔存款。只多了一样：读和写外面加了一把\
#   锁。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Alice takes the lock, reads the balance, and counts her money. \
#   She keeps the lock."""
# say.zh = "alice 拿到锁，读了余额，开始数钱。锁一直在她手里。"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Bob is blocked: he reads the balance only after Alice has \
#   given the lock back."""
# say.zh = "bob 被阻塞：要等 alice 释放锁，他才去读余额。"
# play = "blocking"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "She writes and gives the lock back."
# say.zh = "她写回余额，释放锁。"
# play = 11
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Whoever comes next reads what the last one wrote: no stale \
#   number anywhere."""
# say.zh = """\
#   下一个人读到的就是上一个人写下的：谁手里都没有过期的值。"""
# play = 13
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = """\
#   So it goes on: read, count, write, one after the other. No \
#   payment is lost."""
# say.zh = "就这样继续：读、数、写，一个接一个，一笔也不丢。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "40 were paid in, and 40 are there."
# say.zh = "存了 40，账上就是 40。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The price: nobody counts while another counts. Four payments of \
#   0.1 s take 0.4 s."""
# say.zh = """\
#   代价是谁也不能同时数钱：四笔存款各 0.1 秒，一共 0.4 秒。"""
# wait = 5
# ///
