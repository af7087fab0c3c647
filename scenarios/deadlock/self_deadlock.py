import threading
import time

AMOUNT = 30

bank = threading.Lock()
money = {"alice": 100, "bob": 100}


def change(name, amount):
    #: The lock is not free. Its holder is the caller herself.
    #: zh: 锁不空闲，持有它的正是调用者自己。
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
# title.en = "She waits for herself"
# title.zh = "自己等自己"
# chapter = "deadlock"
# concept.en = "Self-deadlock"
# concept.zh = "自己造成的死锁"
# goal.en = """\
#   transfer() locks the bank and calls change(), which locks it, \
#   too. The lock is an ordinary one. What happens?"""
# goal.zh = """\
#   transfer() 锁住银行，又调用 change()，后者也要加锁。用的是普通\
#   的锁，会怎样？"""
# summary.en = """\
#   An ordinary Lock does not know its holder: Alice asks for the \
#   lock that she herself holds, and waits for herself for ever."""
# summary.zh = """\
#   普通的 Lock 不认持有者：alice 去获取自己正拿着的锁，于是永远在\
#   等自己。"""
# watch.en = """\
#   A circle of one: Alice holds bank and wants bank. She can give \
#   it back only after change() has returned."""
# watch.zh = """\
#   一个人的环：alice 持有 bank，又要 bank。change() 返回之后她才能\
#   释放，可是 change() 返回不了。"""
# lesson.en = "Nobody else was needed for this deadlock."
# lesson.zh = "不需要第二个人，也能死锁。"
# concepts = ["C148"]
# expect = ["deadlock"]
# panes = ["call_stacks"]
# races = []
# fixed_by = "rlock"
# needs = ["deadlock"]
# guards = { bank = ["money"] }
# params.AMOUNT = { min = 1, max = 100 }
# notes.en = """
# Purpose: the smallest deadlock: one thread, one lock.
# Ask the class: For whom does Alice wait? For herself. – Does it depend on Bob, or on luck? On neither, it happens in each run.
# What people get wrong: they think a lock opens for the thread that has it. An ordinary Lock has no owner; any thread may even release it.
# Lock and data: bank guards money.
# Change next: take the with out of change(): it works, but then change() must never be called without the lock. Or RLock (f).
# """
# notes.zh = """
# 目的：最小的死锁：一个线程，一把锁。
# 提问：alice 在等谁？等她自己。——和 bob 有关吗？和运气有关吗？都无关，每次运行都这样。
# 常见误解：以为锁会给持有它的线程放行。普通的 Lock 不认持有者，甚至别的线程也能释放它。
# 锁与数据：bank 保护 money。
# 接着改：去掉 change() 里的 with：能用，但以后谁也不能不加锁就调用它。或者换成 RLock（按 f）。
# """
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = "Alice holds bank and calls change(). How does it end?"
# ask.zh = "alice 持有 bank，又调用 change()。会怎样结束？"
# at = { thread = "alice", event = "blocked" }
# until = "end"
# because.en = """\
#   The lock is taken, and she who could give it back is the one \
#   who waits: a circle of one."""
# because.zh = "锁被占着，能释放它的人正在等它：一个人的环。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   A lock guards the bank. transfer() takes it, and so does \
#   change()."""
# say.zh = "一把锁保护银行。transfer() 获取它，change() 也获取它。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Alice is about to transfer 30 to Bob."
# say.zh = "alice 正要给 bob 转 30。"
# play = 2
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "She takes the lock in transfer(), and calls change()."
# say.zh = "她在 transfer() 里获取了锁，接着调用 change()。"
# play = 3
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   change() wants the same lock. It is taken, no matter by whom."""
# say.zh = "change() 也要这把锁。它已被占用，不管是被谁。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "A circle of one: Alice waits for Alice."
# say.zh = "一个人的环：alice 在等 alice。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   No other order helps: it happens in the first call, each time."""
# say.zh = "换什么顺序都没用：第一次调用就会这样，每次都会。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Either change() must not lock, or the lock must know its \
#   holder. f shows the second."""
# say.zh = """\
#   要么 change() 不加锁，要么锁得认识自己的持有者。按 f 看后一种。"""
# wait = 5
# ///
