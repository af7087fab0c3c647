import threading
import time

AMOUNT = 30

bank = threading.RLock()
money = {"alice": 100, "bob": 100}


def change(name, amount):
    #: The caller holds the lock already: the depth becomes 2.
    #: zh: 调用者已经持有这把锁：重入层数变成 2。
    with bank:
        money[name] += amount


def transfer(giver, taker):
    #: The first time: the lock has to be free.
    #: zh: 第一次获取：锁必须是空闲的。
    with bank:
        change(giver, -AMOUNT)
        print(f"{giver} pays {AMOUNT}")
        #: Half done: money is on its way, nobody may look.
        #: zh: 只做了一半：钱还在路上，别人不能看。
        time.sleep(0.1)
        change(taker, AMOUNT)
        print(f"{taker} gets {AMOUNT}")


alice = threading.Thread(
    target=transfer, name="alice", args=("alice", "bob")
)
bob = threading.Thread(
    target=transfer, name="bob", args=("bob", "alice")
)
alice.start()
bob.start()
alice.join()
bob.join()
print("alice", money["alice"], "bob", money["bob"])

# /// script
# [tool.raddle]
# title.en = "A lock that its holder can take again"
# title.zh = "可重入锁：持有者可以再次获取"
# chapter = "deadlock"
# goal.en = """\
#   transfer() locks the bank and calls change(), which locks \
#   it too. Does Alice lock herself out?"""
# goal.zh = """\
#   transfer() 锁住银行，又调用同样要加锁的 change()。\
#   alice 会把自己锁在外面吗？"""
# summary.en = """\
#   transfer() locks the bank and calls change(), which locks it too. \
#   An RLock lets its holder in again and counts how often."""
# summary.zh = """\
#   transfer() 锁住银行后又调用 change()，而 change() 也要加锁。\
#   可重入锁（RLock）允许持有者再次获取，并记住次数。"""
# watch.en = """\
#   The depth of the lock: 1, 2, 1, 2, 1 and free. The other thread \
#   gets in only when the depth is 0 again. An ordinary Lock would \
#   let Alice block herself here."""
# watch.zh = """\
#   看锁的重入层数：1、2、1、2、1，然后释放。重入层数回到 0，\
#   另一个线程才能进来。换成普通的 Lock，\
#   alice 就会自己等自己。"""
# lesson.en = "An RLock lets its holder in again and counts how often."
# lesson.zh = "可重入锁让持有者再次进入，并记住次数。"
# concepts = ["C127", "C144", "C146"]
# expect = ["finished"]
# panes = ["call_stacks"]
# races = []
# needs = ["self_deadlock"]
# guards = { bank = ["money"] }
# notes.en = """
# Purpose: re-entrance: the holder gets in again, and the lock counts.
# Ask the class: What is the depth while change() runs? 2. – When may Bob come in? At 0, after the outer with.
# What people get wrong: they take an RLock for a lock that several may hold. It is still one holder at a time.
# Lock and data: bank guards money, over the whole of transfer().
# Change next: an ordinary Lock (see self_deadlock); or look up the sum of both accounts during the pause, with and without the lock.
# """
# notes.zh = """
# 目的：看可重入：持有者可以再次进入，锁会计数。
# 提问：change() 执行时重入层数是几？2。——bob 什么时候进得来？回到 0，也就是外层 with 结束之后。
# 常见误解：以为可重入锁能被几个线程同时持有。持有者任何时候都只有一个。
# 锁与数据：bank 保护 money，覆盖整个 transfer()。
# 接着改：换成普通的 Lock（见 self_deadlock）；或者在停顿期间查询两个账户的总和，加锁和不加锁各试一次。
# """
# params.AMOUNT = { min = 1, max = 100 }
#
# [tool.raddle.concept]
# en = "RLock"
# zh = "可重入锁"
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "Alice holds the lock and takes it again. What happens?"
# ask.zh = "alice 持有这把锁，又去获取它。会怎样？"
# at = { thread = "alice", line = "with bank:", nth = 2 }
# options = [
#   { en = "she is blocked", zh = "她被阻塞" },
#   { en = "she gets in, the depth becomes 2", zh = "她进得去，重入层数变成 2" },
#   { en = "an exception", zh = "抛出异常" },
# ]
# right = 2
# because.en = """\
#   An RLock knows its holder and counts: as many releases as \
#   acquires bring it back."""
# because.zh = """\
#   RLock 认识持有者，还会计数：获取几次，就要释放几次。"""
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   The depth is 1 and the money on its way. Who runs into the \
#   lock?"""
# ask.zh = "重入层数是 1，钱还在路上。谁会撞上这把锁？"
# until = { event = "blocked", of = "bank" }
# options = ["alice", "MainThread", "bob"]
# because.en = "Bob is another thread: he gets in at depth 0 only."
# because.zh = "bob 是另一个线程：层数回到 0，他才进得来。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   One lock guards the bank. transfer() takes it and calls \
#   change(), which takes it, too."""
# say.zh = """\
#   一把锁保护整个银行。transfer() 先获取它，再调用 change()，\
#   后者又要获取它。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Alice takes the lock for the first time: depth 1."
# say.zh = "alice 第一次获取这把锁：重入层数 1。"
# play = 3
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   change() takes it again. A plain Lock would block her \
#   here: she would wait for herself."""
# say.zh = """\
#   change() 再次获取它。换成普通的 Lock，她会在这里自己等自\
#   己。"""
# step = 1
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   An RLock knows its owner and counts. Each release counts \
#   down: depth 1, still hers."""
# say.zh = """\
#   RLock 记住持有者，还会计数。每释放一次减一：层数 1，锁还\
#   是她的。"""
# play = 7
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The money is on its way, and Bob is blocked: only at \
#   depth 0 can others come in."""
# say.zh = "钱还在路上，bob 被阻塞：层数回到 0，别人才进得来。"
# play = "blocking"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Alice hands over the money and releases for the last \
#   time: depth 0. Bob's turn."""
# say.zh = "alice 把钱交出去，最后一次释放：层数 0，轮到 bob。"
# play = 19
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = "Bob does the same in the other direction."
# say.zh = "bob 朝相反的方向做同样的事。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   As many releases as acquires, and nobody saw money that \
#   was half way: 100 and 100."""
# say.zh = """\
#   获取几次就释放几次，谁也没看到转到一半的钱：100 和 100。"""
# wait = 5
# ///
