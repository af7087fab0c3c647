import queue

LETTERS = 3

box = queue.Queue()
for number in range(1, LETTERS + 1):
    box.put(f"letter {number}")
print(f"{LETTERS} letters are in the box")

for _ in range(4):
    #: Blocks while the box is empty. Who is there to fill it?
    #: zh: 信箱空了就阻塞。有谁会来放信呢？
    letter = box.get()
    print(f"main reads {letter}")
print("all letters are read")

# /// script
# [tool.raddle]
# title.en = "Waiting for what nobody will bring"
# title.zh = "没人会放，你还在等"
# concept.en = "Empty queue"
# concept.zh = "空队列"
# chapter = "queues"
# goal.en = """\
#   Three letters lie in the box, main takes four times. Who \
#   could bring the fourth?"""
# goal.zh = "信箱里有三封信，主线程却取四次。第四封会由谁送来？"
# summary.en = """\
#   get() on an empty queue blocks until somebody puts. Here \
#   there is nobody else, so main waits for ever: stuck."""
# summary.zh = """\
#   队列空了，get() 就阻塞，直到有人放入。这里没有别的线程，主\
#   线程只能永远等下去：卡住了。"""
# watch.en = """\
#   The box runs empty. At the fourth get() main is blocked, and \
#   there is no other thread that could ever put something in."""
# watch.zh = """\
#   信箱渐渐取空。第四次 get() 时主线程阻塞，而旁边再没有别的\
#   线程会往里放东西。"""
# lesson.en = """\
#   With four letters for four calls, nobody has to wait."""
# lesson.zh = "四封信取四次，就谁也不用等。"
# concepts = ["C063", "C182"]
# expect = ["stuck"]
# fixed_by = "results_by_queue"
# races = []
# needs = ["results_by_queue"]
# params.LETTERS = { min = 1, max = 4 }
# notes.en = """
# Purpose: A blocked thread needs somebody who wakes it. With one thread there is nobody: stuck at once, and not a deadlock.
# Ask the class: Who could still wake main? Nobody: there is no other thread. Why does raddle say stuck and not deadlock? There is no circle; what is waited for has no owner.
# What people get wrong: They expect get() to return None or an error. Only get_nowait() or a timeout raises queue.Empty.
# Lock and data: The queue guards its own items; no lock is wrong here, a number is.
# Change next: LETTERS = 4; then box.get(timeout=1) and read the exception; then a thread that brings the fourth letter later.
# """
# notes.zh = """
# 目的：阻塞的线程要靠别人叫醒。只有一个线程，就没有人能叫它：立刻卡住，但不是死锁。
# 提问：还有谁能叫醒主线程？没有，没有别的线程。为什么是“卡住”而不是“死锁”？没有形成环，等的东西不归谁持有。
# 常见误解：以为 get() 会返回 None 或报错。只有 get_nowait() 或带超时的 get 才会引发 queue.Empty。
# 锁与数据：队列自己保护里面的东西；锁没有错，错的是次数。
# 接着改：LETTERS = 4；再写 box.get(timeout=1)，看看是什么异常；再加一个晚些送第四封信的线程。
# """
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = "Three letters, four calls of get(). How does it end?"
# ask.zh = "三封信，get() 调用四次。最后会怎样？"
# because.en = """\
#   The fourth get() blocks, and there is no other thread to \
#   put a letter in: stuck."""
# because.zh = "第四次 get() 阻塞，没有别的线程会放信：卡住了。"
# at = { event = "got", of = "box" }
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   The box is empty, main calls get(). Who can wake it then?"""
# ask.zh = "信箱空了，主线程又调用 get()。谁能再叫醒它？"
# because.en = """\
#   Only a put() of another thread would wake it, and there is \
#   no other thread."""
# because.zh = """\
#   只有别的线程 put() 才能叫醒它，而这里没有别的线程。"""
# at = { event = "blocked", of = "box" }
# until = "end"
# options = [
#     { en = "the box, when it is empty", zh = "信箱，空了就会提醒" },
#     { en = "nobody", zh = "谁也不能" },
#     { en = "main itself, after a while", zh = "过一会儿它自己会醒" },
# ]
# right = 2
#
# [[tool.raddle.tour]]
# say.en = "A box for letters, and only one thread: main."
# say.zh = "一个信箱，只有一个线程：主线程。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "main puts three letters in."
# say.zh = "主线程放进三封信。"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "It takes the first."
# say.zh = "取出第一封。"
# play = 7
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The second, the third. The box is empty now."
# say.zh = "第二封，第三封。信箱空了。"
# play = 11
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The fourth get() blocks. Nobody else is there: stuck."
# say.zh = "第四次 get() 阻塞。没有别人：卡住了。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Go back: nothing was wrong yet, but the letters were \
#   counted wrongly."""
# say.zh = "倒回去：这时还没出错，只是信的数目早就对不上了。"
# go_to = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "A get() needs a put() by somebody. Count both."
# say.zh = "每个 get() 都要有人 put()。两边要数清楚。"
# play = "end"
# wait = 5
# ///
