import threading
import time

CLERKS = 2
BOOKS = 10

NAMES = ["ann", "ben", "cai"]
books = threading.Lock()
LOCKS = [books] * 3
tea = threading.Lock()
sold = 0
left = BOOKS
spoons = 5


def sell(lock):
    global sold, left
    #: Whoever touches the two numbers takes books first.
    #: zh: 谁要动这两个数，谁就先获取 books。
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
# title.en = "One lock for what belongs together"
# title.zh = "一份数据一把锁"
# chapter = "races"
# concept.en = "Lock and data"
# concept.zh = "锁与数据"
# goal.en = """\
#   The same clerks, the same numbers, and one lock for both \
#   numbers. Who waits for whom?"""
# goal.zh = "还是那两个店员、那两个数，两个数共用一把锁。谁会等谁？"
# summary.en = """\
#   The lock books guards sold and left together; tea guards the \
#   spoons. The sums agree, and whoever makes tea waits for \
#   nobody's sale."""
# summary.zh = """\
#   锁 books 同时保护 sold 和 left，tea 保护 spoons。账对得上，泡茶\
#   的人也不用等卖书的人。"""
# watch.en = """\
#   Ben is blocked at books while Ann wraps. Dan takes tea and is \
#   not held up by either of them."""
# watch.zh = """\
#   ann 包书的时候，ben 在 books 处阻塞。dan 要的是 tea，不受他们影\
#   响。"""
# lesson.en = """\
#   Data that must agree have one lock; other data another."""
# lesson.zh = "必须一致的数据共用一把锁，别的数据用别的锁。"
# concepts = ["C131", "C132"]
# expect = ["finished"]
# panes = ["guards"]
# races = []
# needs = ["wrong_lock"]
# guards = { books = ["sold", "left"], tea = ["spoons"] }
# params.CLERKS = { min = 2, max = 3 }
# notes.en = """
# Purpose: which data belong together decides how many locks there are.
# Ask the class: Why one lock for two numbers? Because a reader between the two changes would see 1 sold and 10 left. – Why not one lock for everything? It would be right, but tea would wait for sales.
# What people get wrong: a lock for each variable. sold and left with a lock each are never torn alone, but the pair is.
# Lock and data: books guards sold and left; tea guards spoons.
# Change next: let a clerk take two locks, one for sold, one for left, and print both in between.
# """
# notes.zh = """
# 目的：哪些数据必须一致，决定了要几把锁。
# 提问：为什么两个数用一把锁？否则有人在两次修改之间来看，会看到卖了 1 本、剩 10 本。——为什么不全用一把？也对，只是泡茶要等卖书。
# 常见误解：一个变量一把锁。sold 和 left 各自不会出错，合在一起却可能不一致。
# 锁与数据：books 保护 sold 和 left，tea 保护 spoons。
# 接着改：给 sold 和 left 各配一把锁，在两次修改之间把两个数打印出来。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   Ann wraps and holds books. Who has to wait for her lock?"""
# ask.zh = "ann 拿着 books 在包书。谁要等她的锁？"
# until = { event = "blocked", of = "books" }
# options = ["dan", "ben", "MainThread"]
# because.en = """\
#   Ben asks for the same lock. Dan's tea has one of its own."""
# because.zh = "ben 要的是同一把锁。dan 的茶有自己的锁。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two numbers that must agree, sold and left, and one lock for \
#   them: books."""
# say.zh = "sold 和 left 两个数必须一致，共用一把锁：books。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Dan takes tea. Other data, other lock: he would not wait for a \
#   sale."""
# say.zh = "dan 获取 tea。数据不同，锁也不同：他不必等别人卖书。"
# play = 3
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ann takes books, sees 0 sold, and wraps."
# say.zh = "ann 获取 books，看到已卖 0 本，开始包书。"
# play = 12
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ben wants books, too, and is blocked. He has not looked yet."""
# say.zh = "ben 也要 books，阻塞了。他还没有看过那两个数。"
# play = 14
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann changes both numbers before she gives the lock back: 1 and \
#   9."""
# say.zh = "ann 把两个数都改好，才释放锁：1 和 9。"
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ben sees 1, not 0."
# say.zh = "ben 看到的是 1，不是 0。"
# play = 23
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "2 sold, 8 left: that makes 10, in every order."
# say.zh = "卖了 2 本，剩 8 本：合起来 10 本，怎样的顺序都一样。"
# play = "end"
# wait = 5
# ///
