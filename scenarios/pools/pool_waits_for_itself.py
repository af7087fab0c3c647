import heapq
import time
from concurrent.futures import ThreadPoolExecutor

NUMBERS = 8
WORKERS = 2

cards = [5, 2, 8, 1, 7, 3, 6, 4][:NUMBERS]
pool = ThreadPoolExecutor(WORKERS)


def sort(first, end):
    time.sleep(0.1)
    if end - first <= 2:
        return sorted(cards[first:end])
    #: Two more tasks for the pool that this one is in.
    #: zh: 又往自己所在的线程池里交两个任务。
    middle = (first + end) // 2
    left = pool.submit(sort, first, middle)
    right = pool.submit(sort, middle, end)
    #: A worker that is blocked here does no other task.
    #: zh: 阻塞在这里的工人，别的活也干不了。
    hands = [left.result(), right.result()]
    return list(heapq.merge(*hands))


hand = pool.submit(sort, 0, NUMBERS)
sorted_cards = hand.result()
pool.shutdown()
print(sorted_cards)

# /// script
# [tool.raddle]
# title.en = "The pool waits for itself"
# title.zh = "线程池自己等自己"
# concept.en = "Pool starvation"
# concept.zh = "线程池耗尽"
# chapter = "pools"
# goal.en = """\
#   Each task gives its two halves to the same pool, and waits for \
#   them. Who sorts the halves?"""
# goal.zh = """\
#   对半排序：每个任务把两半交给同一个线程池，再等结果。那两半由\
#   谁来排？"""
# summary.en = """\
#   Both workers are blocked in result(). What they wait for lies \
#   in the queue behind them, and there is no third worker: stuck."""
# summary.zh = """\
#   两个工人都阻塞在 result() 里。它们等的任务就排在队列里，却没\
#   有第三个工人来做：卡住了。"""
# watch.en = """\
#   The workers: each one that submits halves is blocked from then \
#   on. The queue: the halves come in, and nobody takes them."""
# watch.zh = """\
#   看工人：谁交出两半，谁就从此阻塞。看队列：任务进来了，没有人\
#   来取。"""
# lesson.en = "With enough workers one is always left to do the work."
# lesson.zh = "工人足够多，总还剩一个能干活。"
# concepts = ["C025"]
# panes = ["pool", "call_stacks"]
# expect = ["stuck"]
# races = []
# needs = ["submit_or_wait"]
# fixed_by = "merge_sort"
# check_with = { NUMBERS = 5 }
# params.NUMBERS = { min = 4, max = 8 }
# params.WORKERS = { min = 1, max = 8 }
# challenge.en = """\
#   What is the smallest pool with which eight cards get sorted in \
#   every order? Run it a hundred times with each size."""
# challenge.zh = """\
#   线程池最少要有几个工人，八张牌才总能排好？每种大小都运行一百\
#   次看看。"""
# notes.en = """
# Purpose: A task of a pool that waits for another task of the same pool takes a worker away from it.
# Ask the class: Is it a deadlock? Nobody holds a lock; still each waits for a task that only a worker could do. How many workers would be enough for eight cards? Four: three tasks wait, one works.
# What people get wrong: "The pool has a queue, so it will come to it some time." Only a free worker takes from the queue.
# Lock and data: None: cards are only read.
# Change next: WORKERS = 3: now it depends on the order. WORKERS = 4: always right. Then f: tasks that wait for no task.
# """
# notes.zh = """
# 目的：线程池里的任务去等同一个线程池里的任务，就占掉了一个工人。
# 提问：这是死锁吗？没有谁持有锁，但每一个都在等只有工人才能做的任务。八张牌要几个工人才够？四个：三个在等，一个干活。
# 常见误解：“任务在队列里排着，总会轮到”。只有空闲的工人才会从队列里取。
# 锁与数据：没有锁，cards 只被读取。
# 接着改：WORKERS = 3：结果要看次序。WORKERS = 4：总是对的。再按 f：任务之间互不等待。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   worker-0 has put both halves into the pool. Who takes the \
#   first one?"""
# ask.zh = "worker-0 把两半都交了。第一半由谁取走？"
# because.en = """\
#   A second worker is started for it. worker-0 itself will only \
#   wait."""
# because.zh = "为它启动了第二个工人。worker-0 自己只会等。"
# at = { event = "put", nth = 2 }
# until = { event = "got" }
# options = ["MainThread", "worker-0", "worker-1"]
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = """\
#   Both workers have submitted halves, and want results. How \
#   does it end?"""
# ask.zh = "两个工人都交出了两半，又都要结果。会怎样结束？"
# because.en = """\
#   The tasks lie in the queue, both workers are blocked, and there \
#   is no third one."""
# because.zh = "任务在队列里，两个工人都阻塞着，没有第三个工人。"
# at = { event = "put", nth = 5 }
# until = "end"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Eight cards, and a pool of two workers. One task is to sort \
#   them all."""
# say.zh = "八张牌，两个工人的线程池。一个任务：把它们排好。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The first worker takes it. Main waits for the result."
# say.zh = "第一个工人取走它。主线程等结果。"
# play = 6
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   It cuts the cards in two, and gives both halves to the pool."""
# say.zh = "它把牌分成两半，都交给线程池。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   And it wants the result: from now on this worker is blocked."""
# say.zh = "然后它要结果：从此这个工人就阻塞了。"
# play = 13
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The second worker does the same with its half."
# say.zh = "第二个工人对自己的那一半也照样做。"
# play = 16
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Both are blocked. Three tasks lie in the queue, and nobody is \
#   left to take one."""
# say.zh = "两个都阻塞了。队列里有三个任务，没有人来取。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The pool waits for itself. f shows how main does the waiting \
#   instead."""
# say.zh = "线程池在等它自己。按 f 看由主线程来等的写法。"
# wait = 5
# ///
