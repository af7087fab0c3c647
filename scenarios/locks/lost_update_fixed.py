import threading
import time

PEOPLE = 2
PAYMENTS = 2

NAMES = ["alice", "bob", "carol", "dave"]
balance = 0
account = threading.Lock()


def pay():
    global balance
    for _ in range(PAYMENTS):
        #: Takes the lock, or blocks until it is free.
        #: zh: 获取锁；锁被占用时就阻塞。
        with account:
            #: Nobody else can be between reading and writing now.
            #: zh: 现在别人不可能插到读和写之间。
            seen = balance
            time.sleep(0.1)
            #: Writes, and at the end of the block gives the lock back.
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
# chapter = "locks"
# goal.en = """\
#   The same payments into one account, but now under a lock. \
#   Is all of it there?"""
# goal.zh = "同样往一个账户存钱，但是加了锁。这次钱都在吗？"
# summary.en = """\
#   Reading and writing back now happen under a lock: whoever pays is \
#   alone with the balance, and no payment is lost."""
# summary.zh = """\
#   读余额和写余额都放在锁里：同一时刻只有一个人在存钱，\
#   一笔也不会丢。"""
# watch.en = """\
#   The lock passes from hand to hand, and the others want it. \
#   The price: the payments now come one after the other."""
# watch.zh = """\
#   锁从一个线程传到另一个线程，其余的线程排队等待。\
#   代价是：存款只能一笔一笔地进行。"""
# lesson.en = "Read and write under one lock: nobody gets in between."
# lesson.zh = "读和写在同一把锁里：谁也插不进来。"
# concepts = ["C092", "C127", "C129", "C132"]
# expect = ["finished"]
# params = { PEOPLE = { value = 2, min = 1, max = 4 } }
# ///
