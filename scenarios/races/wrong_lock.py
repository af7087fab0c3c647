import threading
import time

CLERKS = 2
BOOKS = 10

NAMES = ["ann", "ben", "cai"]
till = threading.Lock()
door = threading.Lock()
shelf = threading.Lock()
LOCKS = [till, door, shelf]
tea = threading.Lock()
sold = 0
left = BOOKS
spoons = 5


def sell(lock):
    global sold, left
    #: Ann locks the till, Ben locks the door. Both come in.
    #: zh: ann 锁的是 till，ben 锁的是 door。两人都进得来。
    with lock:
        seen = sold
        #: The book is being wrapped.
        #: zh: 正在包书。
        time.sleep(0.1)
        sold = seen + 1
        left = left - 1


def brew():
    global spoons
    with tea:
        spoons = spoons - 1
        print("tea is ready")


people = [threading.Thread(target=brew, name="dan")]
for name, lock in list(zip(NAMES, LOCKS))[:CLERKS]:
    people.append(
        threading.Thread(target=sell, name=name, args=(lock,))
    )
for person in people:
    person.start()
for person in people:
    person.join()
print(f"{sold} sold, {left} left")
assert sold + left == BOOKS, "the books do not add up"

# /// script
# [tool.raddle]
# title.en = "Everybody with a lock of their own"
# title.zh = "各加各的锁"
# chapter = "races"
# concept.en = "Wrong lock"
# concept.zh = "锁错了对象"
# goal.en = """\
#   Two careful clerks sell books, and each locks before touching \
#   the numbers. Will the books add up?"""
# goal.zh = "两个店员都很小心，动数字之前都先加锁。最后账对得上吗？"
# summary.en = """\
#   Ann holds the till, Ben holds the door, and both change the \
#   same two numbers. Locks exclude only those who take the same \
#   one."""
# summary.zh = """\
#   ann 锁 till，ben 锁 door，改的却是同样两个数。只有获取同一把锁\
#   的人才会互斥。"""
# watch.en = """\
#   Two locks held at the same time, and one pair of numbers in \
#   the middle. Nobody is ever blocked: a lock at which nobody \
#   waits guards nothing."""
# watch.zh = """\
#   看两把锁同时各有一个持有者，中间却是同一对数字。谁也没有阻塞\
#   过：从来没人等的锁，什么也没保护。"""
# lesson.en = """\
#   They happened not to meet this time; nothing kept them apart."""
# lesson.zh = "这一次只是碰巧没撞上，并没有什么把他们隔开。"
# concepts = ["C131"]
# expect = ["failed", "finished"]
# panes = ["guards", "memory"]
# races = ["sold", "left"]
# fixed_by = "right_lock"
# needs = ["lost_update_fixed"]
# guards = { tea = ["spoons"] }
# params.CLERKS = { min = 2, max = 3 }
# notes.en = """
# Purpose: a lock belongs to data, not to a person and not to a piece of code.
# Ask the class: Why is nobody ever blocked here? Because no two ask for the same lock. – Is the tea safe? Yes, everybody who touches spoons takes tea.
# What people get wrong: they count locks. "There is a with around it" is no answer; the question is which lock, and whether all others take it, too.
# Lock and data: tea guards spoons. sold and left are guarded by nothing.
# Change next: put till three times into LOCKS. That is already the repair, and the name is then a lie: call it books.
# """
# notes.zh = """
# 目的：锁属于数据，不属于某个人，也不属于某段代码。
# 提问：为什么这里从来没有人阻塞？因为没有两个人要同一把锁。——茶叶的账安全吗？安全，凡是动 spoons 的都先获取 tea。
# 常见误解：只数有几把锁。“外面有 with”不算理由，要问的是哪一把，别人是不是也获取这一把。
# 锁与数据：tea 保护 spoons。sold 和 left 没有锁保护。
# 接着改：让 LOCKS 里三个都是 till，就已经改对了，只是名字不符：应该叫 books。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "Ann holds the till and wraps. May Ben come in now?"
# ask.zh = "ann 拿着 till，正在包书。ben 现在进得来吗？"
# at = { line = "with lock:", thread = "ben" }
# options = [
#   { en = "yes, his lock is another one", zh = "进得来，他要的是另一把锁" },
#   { en = "no, sell() is locked", zh = "进不来，sell() 已经被锁住" },
#   { en = "only if he asks for the till", zh = "要先拿到 till 才行" },
# ]
# right = 1
# because.en = """\
#   A lock does not lock code. Ben takes the door, it is free, and \
#   he is inside."""
# because.zh = """\
#   锁锁住的不是代码。ben 要的是 door，它空闲，他就进来了。"""
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "Which lock guards sold?"
# ask.zh = "sold 由哪把锁保护？"
# at = { event = "wrote", of = "sold", thread = "ben" }
# options = [
#   { en = "till, for Ann has it", zh = "till，因为 ann 拿着它" },
#   { en = "till and door together", zh = "till 和 door 合起来" },
#   { en = "none of them", zh = "哪一把也没有" },
# ]
# right = 3
# because.en = """\
#   A lock guards a number only if everybody who touches it takes \
#   this lock."""
# because.zh = """\
#   只有人人动这个数之前都获取同一把锁，这把锁才算保护了它。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ten books, two clerks, and each of them with a lock of their \
#   own."""
# say.zh = "十本书，两个店员，各有各的锁。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Dan makes tea under the lock tea. Nobody else wants the spoons."""
# say.zh = "dan 在锁 tea 里泡茶，没有别人要动 spoons。"
# play = 8
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Ann takes the till, sees 0 sold, and wraps the book."
# say.zh = "ann 获取 till，看到已卖 0 本，开始包书。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ben takes the door. It is free, so he is inside, too, and sees \
#   the same 0."""
# say.zh = """\
#   ben 获取 door。它是空闲的，于是他也进来了，看到的同样是 0。"""
# play = 15
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Ann writes 1. Ben writes 1 over it."
# say.zh = "ann 写 1。ben 又写了一个 1，覆盖了它。"
# play = 25
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The other number went down twice: 1 sold, 8 left."
# say.zh = "另一个数却减了两次：卖了 1 本，剩 8 本。"
# play = 27
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The sum is 9 of 10, and main finds out: the assertion fails."""
# say.zh = "10 本书只合计出 9 本，主线程的断言失败。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Keep this: two locks held at the same time. The lock must \
#   belong to the data. f shows it."""
# say.zh = """\
#   记住这幅画面：同时有两个持有者。锁要跟着数据走。按 f 看正确的写\
#   法。"""
# wait = 5
# ///
