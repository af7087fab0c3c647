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
        #: Half done: the money is on its way, and nobody may look.
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
# chapter = "locks"
# goal.en = """\
#   transfer() locks the bank and calls change(), which locks \
#   it too. Does alice lock herself out?"""
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
#   let alice block herself here."""
# watch.zh = """\
#   看锁的重入层数：1、2、1、2、1，然后释放。重入层数回到 0，\
#   另一个线程才能进来。换成普通的 Lock，\
#   alice 就会自己等自己。"""
# lesson.en = "An RLock lets its holder in again and counts how often."
# lesson.zh = "可重入锁让持有者再次进入，并记住次数。"
# concepts = ["C127", "C144", "C146"]
# expect = ["finished"]
# params = { AMOUNT = { value = 30, min = 1, max = 100 } }
# ///
