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
# chapter = "deadlock"
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
#
# [tool.raddle.concept]
# en = "RLock"
# zh = "可重入锁"
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
# say.zh = "alice 第一次获取这把锁：深度 1。"
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
#   RLock 记住持有者，还会计数。每释放一次减一：深度 1，锁还\
#   是她的。"""
# play = 7
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The money is on its way, and Bob is blocked: only at \
#   depth 0 can others come in."""
# say.zh = "钱还在路上，bob 被阻塞：深度回到 0，别人才进得来。"
# play = "blocking"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Alice hands over the money and releases for the last \
#   time: depth 0. Bob's turn."""
# say.zh = "alice 把钱交出去，最后一次释放：深度 0，轮到 bob。"
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
