import threading

ROUNDS = 2

balance = 0


def change(amount):
    global balance
    for _ in range(ROUNDS):
        #: One line, four instructions: load, load, add and
        #: store. The other can come in between them.
        #: zh: 一行代码，四条指令：取、取、加、存。
        #: zh: 指令与指令之间，另一个线程可能插进来。
        balance = balance + amount


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
# title.en = "One line, four instructions"
# title.zh = "一行代码，四条指令"
# chapter = "races"
# concept.en = "Atomicity"
# concept.zh = "原子性"
# goal.en = """\
#   A saver puts in 10, a spender takes out 10, in one line and \
#   without a pause. Can a line be interrupted?"""
# goal.zh = """\
#   一个人存 10，一个人取 10，都只用一行代码，中间没有停顿。一行代\
#   码会被打断吗？"""
# summary.en = """\
#   balance = balance + amount looks like one act. It is a load, an \
#   addition and a store, and the other thread's may fall in \
#   between."""
# summary.zh = """\
#   balance = balance + amount 看上去是一个动作，其实是取数、相加、\
#   存回几步，另一个线程的几步可能正好插在中间。"""
# watch.en = """\
#   Press u to go by instructions. The number that was loaded lies \
#   in the thread, while the other one stores a new balance."""
# watch.zh = """\
#   按 u 改成逐条指令执行。取出来的数已经在线程手里，这时另一个线程\
#   却存了新的余额。"""
# lesson.en = "Nobody came in between this time: luck, not law."
# lesson.zh = "这一次没有人插进来：是运气，不是保证。"
# concepts = ["C125", "C292"]
# expect = ["finished"]
# prints = "expected 0, found 0"
# panes = ["bytecode", "memory"]
# races = ["balance"]
# check_with = { ROUNDS = 1 }
# fixed_by = "balance_locked"
# needs = ["lost_update"]
# show = { policy = "random", seed = 98 }
# params.ROUNDS = { min = 1, max = 5 }
# notes.en = """
# Purpose: a line is no step. Between load and store there is room for another thread, even without any sleep.
# Ask the class: Which end values are possible with ROUNDS = 1? 0, 10 and -10. – Would balance += amount be better? No, the same load, add and store.
# What people get wrong: "I ran it a thousand times under python3 and it was always 0." CPython 3.11 lets threads switch only at calls and jumps back, so this line happens to be whole there. That is how one version is built, no promise of the language.
# Lock and data: there is no lock. balance is shared, the loaded value is on the thread's own stack.
# Change next: ROUNDS = 5. Then go by instructions (u) and lead the spender in after the saver's load, then after her store.
# """
# notes.zh = """
# 目的：一行代码不是一步。取数和存回之间容得下另一个线程，哪怕没有任何 sleep。
# 提问：ROUNDS = 1 时最后可能是多少？0、10、-10。——改写成 balance += amount 会好些吗？不会，照样是取、加、存。
# 常见误解：“我用 python3 跑了一千遍，每次都是 0。”CPython 3.11 只在函数调用和向后跳转处切换线程，这一行碰巧不会被切开。这只是某个版本的实现，不是语言的承诺。
# 锁与数据：没有锁。balance 是共享的，取出的值在线程自己的栈上。
# 接着改：ROUNDS = 5。然后按 u 逐条指令执行，先让 spender 在 saver 取数之后插进来，再让他在存回之后进来。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   At how many places inside the line can the other come in?"""
# ask.zh = "这一行内部，另一个线程可以从几处插进来？"
# at = { event = "read", of = "balance" }
# options = [
#   { en = "nowhere: a line is one step", zh = "一处也没有：一行就是一步" },
#   { en = "at one: just before the line", zh = "一处：这一行开始之前" },
#   { en = "at three: between its four instructions", zh = "三处：四条指令之间" },
# ]
# right = 3
# because.en = """\
#   Load, load, add, store: three seams. Only what happens between \
#   the load of balance and the store does harm."""
# because.zh = """\
#   取、取、加、存：四条指令之间有三处接缝。真正有害的，是插在取 \
#   balance 和存回之间。"""
#
# [[tool.raddle.predict]]
# kind = "value"
# ask.en = "20 was put in and 20 taken out. What is left?"
# ask.zh = "存入 20，取出 20。最后剩多少？"
# of = "balance"
# at = { event = "wrote", of = "balance", thread = "saver" }
# until = "end"
# options = ["0", "10", "-20"]
# because.en = """\
#   Stores overwrite each other: whole payments vanish, or whole \
#   withdrawals."""
# because.zh = """\
#   存回的值互相覆盖：丢掉的可能是整笔存款，也可能是整笔取款。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   A saver adds 10 twice, a spender takes 10 away twice. One line \
#   each, and no pause."""
# say.zh = """\
#   saver 加两次 10，spender 减两次 10。各自只有一行代码，没有停\
#   顿。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The spender loads the balance: 0. The number now lies in his \
#   hand, not in the account."""
# say.zh = "spender 取出余额 0。这个数现在在他手里，不在账户里。"
# play = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "In the middle of his line the saver loads the same 0 …"
# say.zh = "他这一行还没执行完，saver 也取出了同一个 0……"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "… and goes on: 10, then 20. She is done."
# say.zh = "……接着往下走：10，再到 20。她做完了。"
# play = 10
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The spender ends his line: 0 - 10. Both payments are gone at \
#   one stroke."""
# say.zh = "spender 执行完他那一行：0 - 10。两笔存款一下子全没了。"
# play = 11
# wait = 5
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = """\
#   As much in as out, and yet not 0. No pause was needed, a single \
#   line was enough."""
# say.zh = """\
#   存的和取的一样多，余额却不是 0。不需要停顿，一行代码就够了。"""
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Keep this: a line of source is not a step of the machine. f \
#   puts a lock around it."""
# say.zh = "记住：源程序的一行，不是机器的一步。按 f 看加锁的写法。"
# wait = 5
# ///
