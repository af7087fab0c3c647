import threading

ROUNDS = 2

balance = 0
account = threading.Lock()


def change(amount):
    global balance
    for _ in range(ROUNDS):
        #: Whoever has the lock goes through the line alone.
        #: zh: 谁拿到锁，谁就独自执行这一行。
        account.acquire()
        try:
            balance = balance + amount
        #: Also if the line raises: the lock is given back.
        #: zh: 即使上一行抛出异常，锁也一定会释放。
        finally:
            account.release()


saver = threading.Thread(
    target=change, name="saver", args=(10,)
)
spender = threading.Thread(
    target=change, name="spender", args=(-10,)
)
saver.start()
spender.start()
saver.join()
spender.join()
#: As much was put in as taken out. What should be left?
#: zh: 存了多少就取了多少。应该剩多少？
print(f"expected 0, found {balance}")

# /// script
# [tool.raddle]
# title.en = "Acquire, try, finally release"
# title.zh = "加锁、修改、务必释放"
# chapter = "races"
# concept.en = "Atomicity by lock"
# concept.zh = "用锁保证原子性"
# goal.en = """\
#   The same line, now between acquire() and release(). What if it \
#   fails on the way?"""
# goal.zh = """\
#   还是那一行，现在放在 acquire() 和 release() 之间。要是中途出错\
#   怎么办？"""
# summary.en = """\
#   The lock makes one act of the four instructions: nobody else \
#   gets in before the store. finally gives it back on every way \
#   out."""
# summary.zh = """\
#   锁把四条指令变成一个整体：存回之前谁也进不来。finally 保证不管\
#   怎么离开，锁都会释放。"""
# watch.en = """\
#   The lock and the balance belong together: whoever touches the \
#   balance holds account. Before acquire() both may be, between \
#   acquire() and release() only one."""
# watch.zh = """\
#   锁和余额是一对：谁动余额，谁就持有 account。acquire() 之前两人\
#   都可以到，acquire() 和 release() 之间只能有一个人。"""
# lesson.en = "acquire, try, finally release: with does just that."
# lesson.zh = "获取、try、finally 释放：with 做的正是这件事。"
# concepts = ["C126", "C128", "C131"]
# expect = ["finished"]
# prints = "expected 0, found 0"
# panes = ["bytecode", "guards"]
# races = []
# check_with = { ROUNDS = 1 }
# needs = ["balance_race"]
# guards = { account = ["balance"] }
# show = { policy = "rr" }
# params.ROUNDS = { min = 1, max = 5 }
# notes.en = """
# Purpose: what a lock does for four instructions, and the form in which it cannot be forgotten.
# Ask the class: Why does acquire() stand before try and not in it? If acquire() itself failed, finally would release a lock that one does not have. – Can the spender still run while the saver holds the lock? Yes, anywhere but in there.
# What people get wrong: "nobody can interrupt the thread that holds a lock". It can be interrupted at any instruction; the others only cannot get in.
# Lock and data: account guards balance.
# Change next: write with account: instead of the five lines. Then take finally away and raise in the try: see lock_leaked.
# """
# notes.zh = """
# 目的：看一把锁怎样把四条指令并成一个整体，以及怎样写才不会忘记释放。
# 提问：acquire() 为什么写在 try 前面，不写在里面？万一 acquire() 本身失败，finally 就会去释放一把没有拿到的锁。——saver 持有锁的时候，spender 还能运行吗？能，只是进不了这一段。
# 常见误解：“持有锁的线程不会被切换”。任何一条指令处都可能切换，只是别人进不来。
# 锁与数据：account 保护 balance。
# 接着改：用 with account: 代替这几行。再去掉 finally，在 try 里抛出异常：见 lock_leaked。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "What becomes of the lock if the changed line raises?"
# ask.zh = "如果 try 里的那一行抛出异常，锁会怎样？"
# at = { line = "account.release()" }
# options = [
#   { en = "it stays taken for ever", zh = "永远被占着" },
#   { en = "finally gives it back, the exception goes on", zh = "finally 释放它，异常继续向外抛" },
#   { en = "the other thread may take it by force", zh = "另一个线程可以强行拿走" },
# ]
# right = 2
# because.en = """\
#   finally runs on every way out. Without it a lock would be lost \
#   together with its thread."""
# because.zh = """\
#   不管怎样离开，finally 都会执行。没有它，线程一死，锁也就丢了。"""
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   The saver holds the lock. Who is the first that it keeps out?"""
# ask.zh = "saver 拿着锁。第一个被挡在外面的是谁？"
# until = { event = "blocked", of = "account" }
# options = ["MainThread", "spender", "saver"]
# because.en = """\
#   The spender asks for the same lock, and is blocked until it \
#   comes back."""
# because.zh = "spender 要的是同一把锁，只能阻塞，等它被释放。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same saver, the same spender, and a lock called account."""
# say.zh = "还是 saver 和 spender，多了一把叫 account 的锁。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The saver acquires the lock before she loads the balance."""
# say.zh = "saver 先获取锁，再取余额。"
# play = 3
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   She has loaded 0. The spender is let in now, in the middle of \
#   her line …"""
# say.zh = "她取出了 0。就在这一行的半中间，让 spender 进来……"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   … and is blocked at acquire(). The four instructions stay \
#   together."""
# say.zh = "……他在 acquire() 处阻塞。四条指令没有被拆开。"
# play = "blocking"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "She stores, and finally gives the lock back."
# say.zh = "她存回余额，最后释放锁。"
# play = 9
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Only now does the spender load, and what he loads is up to \
#   date."""
# say.zh = "spender 这时才取数，取到的是最新的值。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "As much in as out: 0, in every order."
# say.zh = "存取相抵：0。任何一种顺序都是 0。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   acquire, try, finally release is what with account: writes for \
#   you."""
# say.zh = """\
#   acquire、try、finally release，这就是 with account: 替你写好的\
#   东西。"""
# wait = 5
# ///
