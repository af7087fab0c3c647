import threading
import time

PEOPLE = 2
PAYMENTS = 2

NAMES = ["alice", "bob", "carol", "dave"]
NAMES += [f"guest-{number}" for number in range(5, 101)]
balance = 0


def pay():
    global balance
    for _ in range(PAYMENTS):
        #: Reads the balance that all threads share.
        #: zh: 读取所有线程共享的余额。
        seen = balance
        #: While this one counts its money, others read too.
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
# concept.en = "Race"
# concept.zh = "竞态"
# goal.en = """\
#   Alice and Bob pay into one account, 10 each time. Is all of it \
#   there at the end?"""
# goal.zh = "alice 和 bob 往同一个账户存钱，每次 10。最后钱都在吗？"
# summary.en = """\
#   Alice and Bob pay into one account. Both read the balance \
#   before either writes it back, so one payment is lost."""
# summary.zh = """\
#   alice 和 bob 往同一个账户存钱。两人都先读了余额，然后才写回去，\
#   结果有一笔存款丢了：这就是竞态。"""
# watch.en = """\
#   The variable seen of each thread: both hold the same old \
#   balance. The later write covers the earlier one."""
# watch.zh = """\
#   看每个线程的局部变量 seen：读到的是同一个旧余额。后写的值覆盖了\
#   先写的值。"""
# lesson.en = """\
#   Nobody came in between this time; other orders lose money."""
# lesson.zh = "这一次没有人插到中间；换一种顺序就会丢钱。"
# concepts = ["C092", "C113", "C124", "C293"]
# expect = ["finished"]
# panes = ["memory", "crowd"]
# races = ["balance"]
# fixed_by = "lost_update_fixed"
# needs = ["start_join"]
# params.PEOPLE = { min = 1, max = 100 }
# notes.en = """
# Purpose: see the window between reading and writing, and that a payment vanishes without any error message.
# Ask the class: Who took the money? Nobody: Bob wrote 0 + 10 over Alice's 10. – Which end values are possible? 20, 30 and 40; let them find an order for each.
# What people get wrong: they blame the pause. Take it out and the fault stays, it is only rarer; sleep widens the window and makes nothing.
# Lock and data: there is no lock here. balance is shared by all, seen belongs to one thread.
# Change next: PEOPLE = 100. A whole crowd holds one stale number, and 2000 paid in can leave 20.
# """
# notes.zh = """
# 目的：看清“读”和“写”之间的那个空当，以及存款会丢得无声无息，连报错都没有。
# 提问：钱被谁拿走了？谁也没拿：bob 把 0 + 10 写在了 alice 的 10 上面。——最后可能是多少？20、30、40，请学生为每个结果找一种顺序。
# 常见误解：怪那句 sleep。去掉它错误照样在，只是更少见；睡眠只是把空当拉大，并没有制造空当。
# 锁与数据：这里没有锁。balance 是大家共享的，seen 是每个线程自己的。
# 接着改：PEOPLE = 100。一大群线程拿着同一个过期的值，存入 2000，账上可能只有 20。
# """
#
# [[tool.raddle.predict]]
# kind = "value"
# ask.en = """\
#   Alice has read 0 and counts her money. Which balance does Bob \
#   read?"""
# ask.zh = "alice 读到 0，正在数钱。bob 读到的余额是多少？"
# of = "balance"
# until = { event = "read", of = "balance", thread = "bob" }
# options = ["10", "0", "20"]
# because.en = """\
#   Alice has not written yet, so Bob reads the same 0: from here \
#   on both count from one stale number."""
# because.zh = """\
#   alice 还没写回去，bob 读到的也是 0：从这里起，两人都从同一个过\
#   期的值算起。"""
#
# [[tool.raddle.predict]]
# kind = "value"
# ask.en = "Four payments of 10: what is in the account at the end?"
# ask.zh = "一共存了四次 10，最后账上有多少？"
# of = "balance"
# at = { event = "wrote", of = "balance", thread = "alice" }
# until = "end"
# because.en = """\
#   Each writes what it saw plus 10, whatever the other has written \
#   meanwhile: the later write covers the earlier."""
# because.zh = """\
#   每个人写的都是“当时读到的值 + 10”，不管对方这期间写了什么：后写\
#   的覆盖先写的。"""
#
# [[tool.raddle.tour]]
# say.en = "Alice and Bob pay 10 each, twice, into one account."
# say.zh = "alice 和 bob 往同一个账户各存两次 10。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Alice reads the balance: 0. She remembers it in seen."
# say.zh = "alice 读余额：0，记在 seen 里。"
# play = 3
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "While she counts her money, Bob reads the same 0."
# say.zh = "她数钱的时候，bob 读到的也是 0。"
# play = 6
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Both write 0 + 10: the later covers the earlier."
# say.zh = "两人都写 0 + 10。后写的覆盖先写的。"
# play = 14
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
#   40 were paid in, 20 are there. Back to where it went wrong …"""
# say.zh = "存入 40，账上只有 20。倒回到出错的地方……"
# go_to = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "… and this time Alice writes before Bob reads."
# say.zh = "……这一次让 alice 先写回去，bob 再读。"
# run = "alice"
# times = 2
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Bob now reads Alice's 10. What is there at the end hangs on who \
#   comes between."""
# say.zh = """\
#   bob 这时读到的是 alice 写下的 10。最后剩多少，要看谁插到了中\
#   间。"""
# run = "bob"
# times = 2
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   30 this time. Only Alice's second payment is lost: Bob had not \
#   seen her 20 when he wrote his 30."""
# say.zh = """\
#   这次是 30。只丢了 alice 的第二笔：bob 写 30 的时候，没看到她写\
#   的 20。"""
# play = "end"
# wait = 6
#
# [[tool.raddle.tour]]
# say.en = """\
#   Keep this picture: two threads, one stale number. f opens the \
#   fixed version."""
# say.zh = """\
#   记住这幅画面：两个线程，手里是同一个过期的值。按 f 打开正确写\
#   法。"""
# wait = 5
# ///
