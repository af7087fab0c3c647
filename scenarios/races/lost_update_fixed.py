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
# chapter = "races"
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
#
# [tool.raddle.concept]
# en = "Race cured"
# zh = "丢失的更新"
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same account, the same payments. One thing is new: a \
#   lock around read and write."""
# say.zh = """\
#   还是那个账户，还是那几笔存款。只多了一样：读和写外面加了\
#   一把锁。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Alice takes the lock, reads the balance, and counts her \
#   money. She keeps the lock."""
# say.zh = "alice 拿到锁，读了余额，开始数钱。锁一直在她手里。"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Bob is blocked: while Alice holds the lock, nobody else \
#   can read the balance."""
# say.zh = "bob 被阻塞：alice 持有锁的时候，别人读不到余额。"
# play = "blocking"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   She writes and gives the lock back. Only now does Bob \
#   read, and he reads her 10."""
# say.zh = """\
#   她写回余额，释放锁。bob 这时才读，读到的是她写下的 10。"""
# play = 13
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = """\
#   So it goes on: read, count, write, one after the other. \
#   No payment is lost."""
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
#   The price: nobody counts while another counts. Four \
#   payments of 0.1 s take 0.4 s."""
# say.zh = """\
#   代价是谁也不能同时数钱：四笔存款各 0.1 秒，一共 0.4 秒。"""
# wait = 5
# ///
