import threading
import time

PEOPLE = 2
PAYMENTS = 2

NAMES = ["alice", "bob", "carol", "dave"]
balance = 0


def pay():
    global balance
    for _ in range(PAYMENTS):
        #: Reads the balance that all threads share.
        #: zh: 读取所有线程共享的余额。
        seen = balance
        #: While this thread counts its money, the others read too.
        #: zh: 这个线程在数钱的时候，别的线程也在读余额。
        time.sleep(0.1)
        #: Writes what was seen plus 10. If somebody has written
        #: in between, that payment is lost.
        #: zh: 写入“读到的值 + 10”。
        #: zh: 如果中间有人写过，那笔存款就丢了。
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
# title.en = "The lost update"
# title.zh = "丢失更新"
# chapter = "races"
# goal.en = """\
#   alice and bob pay into one account, 10 each time. Is all \
#   of it there at the end?"""
# goal.zh = "alice 和 bob 往同一个账户存钱，每次 10。最后钱都在吗？"
# summary.en = """\
#   Alice and Bob pay into one account. Both read the balance before \
#   either writes it back, so one payment is lost."""
# summary.zh = """\
#   alice 和 bob 往同一个账户存钱。两人都先读了余额，\
#   然后才写回去，结果有一笔存款丢了：这就是竞态。"""
# watch.en = """\
#   The variable seen of each thread: both hold the same old balance. \
#   The later write covers the earlier one."""
# watch.zh = """\
#   看每个线程的局部变量 seen：读到的是同一个旧余额。\
#   后写的值覆盖了先写的值。"""
# lesson.en = """\
#   Nobody came in between this time; other orders lose money."""
# lesson.zh = "这一次没有人插到中间；换一种顺序就会丢钱。"
# concepts = ["C092", "C113", "C124"]
# expect = ["finished"]
# params = { PEOPLE = { value = 2, min = 1, max = 4 } }
# panes = ["source", "memory", "threads", "timeline", "output", "log"]
# fixed_by = "lost_update_fixed"
#
# [[tool.raddle.tour]]
# say.en = "Alice and Bob pay 10 each, twice, into one account."
# say.zh = "alice 和 bob 往同一个账户各存两次 10。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Alice reads the balance: 0. She remembers it in seen."
# say.zh = "alice 读余额：0，记在 seen 里。"
# step = 3
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "While she counts her money, Bob reads the same 0."
# say.zh = "她数钱的时候，bob 读到的也是 0。"
# step = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Both write 0 + 10: the later covers the earlier."
# say.zh = "两人都写 0 + 10。后写的覆盖先写的。"
# play = 15
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The same happens again …"
# say.zh = "同样的事又发生一次……"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   40 were paid in, 20 are there. f opens the version that \
#   does it right."""
# say.zh = "存入 40，账上只有 20。按 f 打开正确的写法。"
# wait = 5
#
# [tool.raddle.concept]
# en = "Race"
# zh = "竞态"
# ///
