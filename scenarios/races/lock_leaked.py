import threading

PEOPLE = 2

NAMES = ["ann", "ben", "cai", "dan"]
PAGES = ["ten", "12", "7", "9"]
copier = threading.Lock()


def copy(name, pages):
    try:
        copier.acquire()
        #: Ann wrote the number as a word: int() raises.
        #: zh: ann 把页数写成了单词：int() 抛出异常。
        number = int(pages)
        print(f"{name} copies {number} pages")
        copier.release()

    #: The mistake is reported. And the copier?
    #: zh: 错误报告了。那复印机呢？
    except ValueError as mistake:
        print(f"{name}: {mistake}")


people = []
for name, pages in list(zip(NAMES, PAGES))[:PEOPLE]:
    people.append(
        threading.Thread(
            target=copy, name=name, args=(name, pages)
        )
    )
for person in people:
    person.start()
for person in people:
    person.join()
print("the copier is free")

# /// script
# [tool.raddle]
# title.en = "The lock that was never given back"
# title.zh = "没有释放的锁"
# chapter = "races"
# concept.en = "Lock leaked"
# concept.zh = "锁没有释放"
# goal.en = """\
#   Ann takes the copier, but her form has a mistake; it is caught \
#   and reported. Does Ben get his copies?"""
# goal.zh = """\
#   ann 占了复印机，单子却填错了，错误被捕获并报告。ben 还印得成\
#   吗？"""
# summary.en = """\
#   The exception jumps over release(). Ann's thread ends, the lock \
#   still says Ann, and Ben waits for somebody who is gone."""
# summary.zh = """\
#   异常跳过了 release()。ann 的线程结束了，锁的持有者还写着 ann，\
#   ben 在等一个已经不在的人。"""
# watch.en = """\
#   The line of Ann ends, her name on the lock stays. No circle \
#   closes: Ben waits, but nobody waits for Ben's thing. It is \
#   stuck, not a deadlock."""
# watch.zh = """\
#   ann 的时间线到头了，锁上还是她的名字。这里没有环：ben 在等，却\
#   没人等他。这叫卡住，不是死锁。"""
# lesson.en = "This time the one with the mistake came last."
# lesson.zh = "这一次填错的人排在了最后。"
# concepts = ["C128"]
# expect = ["stuck", "finished"]
# races = []
# fixed_by = "lock_released"
# needs = ["balance_locked"]
# params.PEOPLE = { min = 2, max = 4 }
# notes.en = """
# Purpose: every way out of the section must give the lock back, the way of an exception, too.
# Ask the class: Is this a deadlock? No: there is no circle, the owner has ended. – Would a restart of Ann help? No, a new thread is not the owner and waits like Ben.
# What people get wrong: they look for the fault in Ben, who hangs, and not in Ann, who is long done and has reported her mistake.
# Lock and data: copier guards the machine, no variable.
# Change next: PEOPLE = 4: three wait for the one who is gone. Then give the 10 in digits.
# """
# notes.zh = """
# 目的：离开临界区的每条路都要释放锁，抛异常的那条也不例外。
# 提问：这是死锁吗？不是：没有环，持有者已经终止了。——重新启动一个 ann 有用吗？没用，新线程不是持有者，只能和 ben 一样等。
# 常见误解：在卡住的 ben 身上找错，而不去看早已结束、还报告过错误的 ann。
# 锁与数据：copier 保护的是机器，不是某个变量。
# 接着改：PEOPLE = 4，三个人一起等那个不在的人。再把 ten 改成数字 10。
# """
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = "Ann's mistake was caught and reported. How will it end?"
# ask.zh = "ann 的错误已被捕获并报告。程序会怎样结束？"
# at = { event = "output", text = "ann" }
# until = "end"
# because.en = """\
#   The exception has jumped over release(). Ben waits for a lock \
#   that nobody will give back."""
# because.zh = "异常跳过了 release()，ben 等的锁再也没有人释放。"
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "Ann's thread has ended. Who holds the lock now?"
# ask.zh = "ann 的线程已经结束。现在谁持有这把锁？"
# at = { event = "blocked", of = "copier" }
# options = [
#   { en = "nobody, it came back with her end", zh = "没有人，她结束时锁就释放了" },
#   { en = "still Ann, who has ended", zh = "仍是 ann，虽然她已终止" },
#   { en = "Ben, who is next in line", zh = "ben，轮到他了" },
# ]
# right = 2
# because.en = """\
#   Python takes no lock away from a thread that ends. Only \
#   release() gives it back."""
# because.zh = """\
#   线程结束时 Python 不会收回它的锁，只有 release() 才会释放。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   A copier, a lock for it, and two people with their forms."""
# say.zh = "一台复印机，一把锁，两个人各有一张单子。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann takes the copier. Her form says ten: int() raises, and the \
#   jump goes past release()."""
# say.zh = """\
#   ann 占了复印机。单子上写着 ten：int() 抛出异常，直接跳过了 \
#   release()。"""
# play = 3
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   She reports the mistake and is done. Her name is still on the \
#   lock."""
# say.zh = "她报告错误，然后结束了。锁上还写着她的名字。"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ben wants the copier, and waits for a thread that is no more."""
# say.zh = "ben 要用复印机，等的是一个已经终止的线程。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   No circle: nobody waits for Ben but main. This is called stuck; \
#   a lock has been lost."""
# say.zh = """\
#   没有环：等 ben 的只有主线程。这叫卡住，因为有一把锁丢了。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Back to where Ann has only just been started …"
# say.zh = "倒回到 ann 刚启动的时候……"
# go_to = 2
# wait = 3
#
# [[tool.raddle.tour]]
# run = "MainThread"
# wait = 1
#
# [[tool.raddle.tour]]
# say.en = """\
#   … and let Ben go first: he makes his copies and gives the \
#   copier back."""
# say.zh = "……让 ben 先来：他印完，释放复印机。"
# run = "ben"
# times = 3
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   All is well, as long as nobody comes after Ann. f opens the \
#   version that uses with."""
# say.zh = """\
#   这样就没事，只要没有人排在 ann 后面。按 f 看用 with 的写法。"""
# play = "end"
# wait = 5
# ///
