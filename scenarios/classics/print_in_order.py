import threading

SINGERS = 3
ROUNDS = 2

turns = []
for _ in range(SINGERS):
    turns.append(threading.Semaphore(0))


def sing(part, number):
    for _ in range(ROUNDS):
        #: Blocks until its own signal comes.
        #: zh: 等属于自己的那个信号。
        turns[number].acquire()
        print(part)
        #: Gives the next one a signal; the last gives it to Ann.
        #: zh: 给下一个人一个信号，最后一个给第一个。
        turns[(number + 1) % SINGERS].release()


names = ["ann", "ben", "cai", "dan"]
singers = []
for number, name in enumerate(names[:SINGERS]):
    args = ("ABCD"[number], number)
    singers.append(
        threading.Thread(target=sing, name=name, args=args)
    )
for singer in singers:
    singer.start()
#: One signal goes round the ring.
#: zh: 一个信号沿着环传下去。
turns[0].release()
for singer in singers:
    singer.join()
print("the song is over")

# /// script
# [tool.raddle]
# title.en = "A, B, C, one after another"
# title.zh = "按顺序打印 ABC"
# concept.en = "Ring of semaphores"
# concept.zh = "信号量接力"
# chapter = "classics"
# goal.en = """\
#   Each singer waits for a signal of their own and gives the \
#   next one theirs. How many may sing at a time?"""
# goal.zh = """\
#   每个歌手等自己的信号，唱完给下一个人一个信号。同一时刻有几\
#   个人能唱？"""
# summary.en = """\
#   A ring of semaphores, all at 0; one signal goes \
#   round. Whoever has it sings and hands it on: the order is \
#   in the program, not in the clock."""
# summary.zh = """\
#   一圈信号量，都是 0；一个信号在环上传。谁拿到谁唱，再传下\
#   去：次序写在程序里，不靠时钟。"""
# watch.en = """\
#   Three counters, and at most one of them is 1. The signal \
#   goes from Ann to Ben to Cai and back to Ann."""
# watch.zh = """\
#   三个计数器，最多只有一个是 1。信号从 ann 传到 ben，再传到 \
#   cai，又回到 ann。"""
# lesson.en = """\
#   Each waits for the one before: one order, no sleep."""
# lesson.zh = "每个人都等前一个：只有一种次序，不用 sleep。"
# concepts = ["C151"]
# expect = ["finished"]
# prints = "A\nB\nC\n"
# races = []
# needs = ["semaphore", "order_by_sleep"]
# check_with = { SINGERS = 3, ROUNDS = 1 }
# params.SINGERS = { min = 2, max = 4 }
# params.ROUNDS = { min = 1, max = 5 }
# notes.en = """
# Purpose: A semaphore that begins at 0 carries signals from thread to thread: acquire waits for one, release sends one.
# Ask the class: Who sings next? Whoever was given the signal, however quick the others are. What do the counters say while Ann sings? All at 0: she has taken her signal.
# What people get wrong: They start with 1 everywhere; then all sing at once. Or they release their own semaphore instead of the next one.
# Lock and data: None. There is one signal in the ring; who has it acts, and that is exclusion and order in one.
# Change next: SINGERS = 2: odd and even by turns. Release turns[0] twice at the start: two signals, and the order is gone.
# """
# notes.zh = """
# 目的：初值为 0 的信号量用来在线程之间发信号：acquire 等信号，release 发信号。
# 提问：下一个谁唱？拿到信号的人，别人再快也没用。ann 在唱时三个计数器是多少？都是 0，她已经拿走了信号。
# 常见误解：初值都写成 1，结果大家一起唱；或者 release 了自己的信号量，而不是下一个人的。
# 锁与数据：没有锁。环上只有一个信号，谁有谁动，互斥和先后一起解决。
# 接着改：SINGERS = 2，就是奇偶交替打印。开头把 turns[0] 释放两次：有了两个信号，次序就乱了。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "Ann has got a signal and sings A. Who sings next?"
# ask.zh = "ann 拿到信号，唱 A。下一个谁唱？"
# because.en = """\
#   Ann releases turns[1], and only Ben waits there; the \
#   others have no signal."""
# because.zh = """\
#   ann 释放 turns[1]，等在那里的只有 ben，别人没有信号。"""
# at = { event = "output", text = "A" }
# until = { event = "output", text = "B" }
# options = ["ann", "cai", "ben"]
#
# [[tool.raddle.predict]]
# kind = "count"
# ask.en = """\
#   SINGERS is 3, ROUNDS is 2. How often is a signal taken in \
#   all?"""
# ask.zh = "SINGERS 是 3，ROUNDS 是 2。信号一共被拿走几次？"
# because.en = """\
#   Each sings twice, and takes a signal each time; the last \
#   one released is left over."""
# because.zh = """\
#   每人唱两次，每次拿一个信号；最后释放的那个剩下了。"""
# at = { event = "output", text = "C" }
# count = { event = "permit-taken" }
# options = ["3", "6", "7"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   Three singers in a ring, each with a semaphore at 0."""
# say.zh = "三个歌手围成一圈，每人一个信号量，都是 0。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   All three come to their semaphore, and all are blocked."""
# say.zh = "三个人都来到自己的信号量前，都被阻塞。"
# play = 10
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Main puts one signal into the ring, at Ann."
# say.zh = "主线程在 ann 那里放进一个信号。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ann takes it and sings A."
# say.zh = "ann 拿到它，唱 A。"
# play = 14
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "She hands it on to Ben."
# say.zh = "她把信号传给 ben。"
# play = 16
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Ben sings B, Cai sings C. Nobody else could have."
# say.zh = "ben 唱 B，cai 唱 C。换了别人都不行。"
# play = 22
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Cai hands the signal back to Ann: the ring is closed."
# say.zh = "cai 把信号传回给 ann：转了一圈。"
# play = 24
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   A B C A B C in every order of the threads: one signal, one \
#   order."""
# say.zh = "线程怎么调度都是 A B C A B C：一个信号，一种次序。"
# play = "end"
# wait = 5
# ///
