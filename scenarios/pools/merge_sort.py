import heapq
import time
from concurrent.futures import ThreadPoolExecutor

NUMBERS = 8
WORKERS = 2

cards = [5, 2, 8, 1, 7, 3, 6, 4][:NUMBERS]
pool = ThreadPoolExecutor(WORKERS)


def sort(first, end):
    time.sleep(0.1)
    return sorted(cards[first:end])


pieces = []
for first in range(0, NUMBERS, 2):
    #: Main cuts; a task only sorts, and waits for nobody.
    #: zh: 由主线程来分；任务只管排，谁也不等。
    pieces.append(pool.submit(sort, first, first + 2))
#: Who is blocked here is main: no worker is lost by it.
#: zh: 在这里阻塞的是主线程，不占任何工人。
hands = [piece.result() for piece in pieces]
pool.shutdown()
while len(hands) > 1:
    pair = [hands.pop(0), hands.pop(0)]
    hands.append(list(heapq.merge(*pair)))
print(hands[0])

# /// script
# [tool.raddle]
# title.en = "Halves first, merging afterwards"
# title.zh = "并行归并排序"
# concept.en = "Parallel merge sort"
# concept.zh = "并行归并排序"
# chapter = "pools"
# goal.en = """\
#   Main cuts the cards, the pool sorts the pieces, main merges. \
#   Who waits for whom?"""
# goal.zh = """\
#   主线程把牌分开，线程池排好各段，主线程再归并。谁等谁？"""
# summary.en = """\
#   The same cards, the same pool of two. No task waits for a task \
#   of its own pool, so every worker is always at work or free."""
# summary.zh = """\
#   同样的牌，同样两个工人。没有哪个任务去等自己线程池里的任务，\
#   所以工人不是在干活，就是空闲。"""
# watch.en = """\
#   The pieces wait in the queue, and each worker comes back for \
#   the next one. Only main is ever blocked for a result."""
# watch.zh = """\
#   各段排在队列里，工人做完一段再取一段。会等结果的只有主线程。"""
# lesson.en = "Tasks work, main waits: the pool never waits for itself."
# lesson.zh = "任务干活，主线程等待：线程池就不会等自己。"
# concepts = ["C025", "C215"]
# panes = ["pool", "cores"]
# expect = ["finished"]
# prints = "[1, 2, 3, 4, 5, 6, 7, 8]"
# races = []
# needs = ["submit_or_wait"]
# check_with = { NUMBERS = 4 }
# params.NUMBERS = { min = 4, max = 8 }
# params.WORKERS = { min = 1, max = 4 }
# notes.en = """
# Purpose: Divide first, hand the pieces out, put them together where no worker is needed: fork and join without waiting inside.
# Ask the class: With one worker, how long? 0.4 s: four pieces one after the other. With four? 0.1 s. Who merges? Main, when all pieces are sorted.
# What people get wrong: They look for the fault of the other version in the size of the pool. It is the waiting inside a task.
# Lock and data: None: cards are only read, each piece is a new list, and a future hands it over.
# Change next: Merge in the pool, too: a task for each pair, once both are ready. What may it wait for?
# """
# notes.zh = """
# 目的：先分开，再分发，最后在不占工人的地方合起来：分与合之间，任务里面没有等待。
# 提问：一个工人要多久？0.4 秒，四段一段接一段。四个呢？0.1 秒。谁来归并？主线程，等各段都排好。
# 常见误解：以为另一个版本错在线程池太小。错在任务里面的等待。
# 锁与数据：没有锁。cards 只被读取，每一段是新的列表，由 Future 对象交出来。
# 接着改：归并也交给线程池，两段都好了再交。它可以等什么？
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   Four pieces, two workers. Who sorts sort(4, 6)?"""
# ask.zh = "四段，两个工人。sort(4, 6) 由谁来排？"
# because.en = """\
#   Whoever is free first comes back to the queue for it."""
# because.zh = "谁先空出来，谁就回到队列里取它。"
# at = { event = "blocked", thread = "MainThread" }
# until = { event = "got" }
# options = ["MainThread", "worker-0", "worker-1"]
#
# [[tool.raddle.predict]]
# kind = "time"
# ask.en = """\
#   Each piece takes 0.1 s. When is everything done?"""
# ask.zh = "每段要 0.1 秒。几秒后全部完成？"
# because.en = """\
#   Two rounds of two: merging takes next to no time here."""
# because.zh = "两轮，每轮两段；归并在这里几乎不花时间。"
# at = { event = "unblocked", thread = "MainThread" }
# until = "end"
# options = ["0.1", "0.2", "0.4"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same eight cards, the same two workers. This time main cuts \
#   them."""
# say.zh = "还是八张牌、两个工人。这次由主线程来分。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Four pieces go into the pool; two are begun at once."
# say.zh = "四段进了线程池，两段马上开始。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Main waits. It is no worker, so nothing is lost by that."
# say.zh = "主线程在等。它不是工人，所以什么也没耽误。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   A piece is sorted, its future filled; the worker comes back for \
#   the next."""
# say.zh = "一段排好了，Future 有了结果；工人回来取下一段。"
# play = 17
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "All four are sorted. The pool can close."
# say.zh = "四段都排好了。线程池可以关了。"
# play = 38
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Main merges pair by pair. No task ever waited for a task."""
# say.zh = "主线程两两归并。没有任务等过任务。"
# play = "end"
# wait = 5
# ///
