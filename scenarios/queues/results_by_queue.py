import queue
import threading
import time

PAGES = 4

pages = [
    "the fox and the crow",
    "the fox ran",
    "a crow sat in a tree with cheese",
    "sing to me please",
    "cheese fell",
    "and then the fox ate it",
]
tray = queue.Queue()


def count(page):
    words = len(page.split())
    time.sleep(0.02 * words)
    #: Hands the result over. Nobody else touches words.
    #: zh: 把结果交出去。words 只有自己会碰。
    tray.put(words)


readers = []
for number in range(PAGES):
    name = f"reader-{number + 1}"
    readers.append(
        threading.Thread(
            target=count, name=name, args=(pages[number],)
        )
    )
for reader in readers:
    reader.start()

total = 0
for _ in readers:
    #: Takes exactly as many as there are readers, in the order
    #: in which they come; blocks while the tray is empty.
    #: zh: 有几个读者就取几次，谁先放就先取谁的；
    #: zh: 托盘空着就等。
    words = tray.get()
    print(f"a page of {words} words")
    total = total + words
print(f"{total} words in all")

# /// script
# [tool.raddle]
# title.en = "Four readers, one tray for the results"
# title.zh = "用队列收集结果"
# concept.en = "Results by queue"
# concept.zh = "用队列交结果"
# chapter = "queues"
# goal.en = """\
#   Four readers count the words of a page each and put the \
#   count on one tray. In which order does main get the \
#   counts?"""
# goal.zh = """\
#   四个读者各数一页的词数，放进同一个托盘。主线程按什么次序拿\
#   到结果？"""
# summary.en = """\
#   Each reader hands its count over by a queue; main takes \
#   what comes, and adds up. Map, then reduce, and no variable \
#   that two threads change."""
# summary.zh = """\
#   每个读者把词数放进队列，主线程来一个取一个，再加起来。先分\
#   头算，再汇总，没有两个线程同改的变量。"""
# watch.en = """\
#   main is blocked at the empty tray and woken by each put(). \
#   The counts come in the order in which readers are done, \
#   not in that of the pages."""
# watch.zh = """\
#   主线程在空托盘前阻塞，每次 put() 都把它叫醒。结果按谁先做\
#   完的次序来，不按页码。"""
# lesson.en = "The order of the counts is open, the sum is not."
# lesson.zh = "结果来的次序不一定，总和却是一定的。"
# concepts = ["C138", "C193", "C194"]
# expect = ["finished"]
# races = []
# needs = ["start_join", "fifo_lifo_priority"]
# check_with = { PAGES = 2 }
# params.PAGES = { min = 2, max = 6 }
# notes.en = """
# Purpose: Threads need not share a variable to give back a result: they hand it over by a queue.
# Ask the class: Whose count comes first? That of the shortest page here; in general of whoever is done first. How does main know when to stop? It takes as many as there are readers.
# What people get wrong: They add to one total in every thread, and need a lock; or they join first and believe that the order is that of the starts.
# Lock and data: The queue's own lock guards what is on the tray. words is local, total belongs to main alone.
# Change next: Take five results from four readers: that is get_from_nobody. Put (number, words) on the tray and sort.
# """
# notes.zh = """
# 目的：线程要交回结果，不必共享变量，放进队列就行。
# 提问：谁的结果先到？这里是最短的那一页；一般是谁先做完谁先到。主线程怎么知道该停了？有几个读者就取几次。
# 常见误解：让每个线程都往同一个 total 上加，结果非加锁不可；或者以为次序就是启动的次序。
# 锁与数据：队列自己的锁保护托盘里的东西。words 是局部变量，total 只归主线程。
# 接着改：四个读者却取五次，就是 get_from_nobody。把 (number, words) 放进托盘，取出后再排序。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   main wants a result, the tray is empty. Whose count comes \
#   first?"""
# ask.zh = "主线程要取结果，托盘是空的。谁的结果先到？"
# because.en = """\
#   reader-2 has the shortest page, is done first, and its \
#   put() wakes main."""
# because.zh = """\
#   reader-2 的那页最短，最先做完，它的 put() 叫醒了主线程。"""
# at = { event = "blocked", thread = "MainThread", of = "tray" }
# until = { event = "put", of = "tray" }
# options = ["reader-1", "reader-2", "reader-3", "reader-4"]
#
# [[tool.raddle.predict]]
# kind = "output"
# ask.en = "All four counts are in. What is the last line?"
# ask.zh = "四个结果都到了。最后一行是什么？"
# because.en = """\
#   3 + 4 + 5 + 8: the sum is the same in every order."""
# because.zh = "3 + 4 + 5 + 8：不管什么次序，总和都一样。"
# at = { event = "output", text = "words in all" }
# options = ["8 words in all", "12 words in all", "20 words in all"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   Four readers, a page each, and one tray. The longer the \
#   page, the longer it takes."""
# say.zh = "四个读者，每人一页，一个托盘。页越长，数得越久。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "All four are at work."
# say.zh = "四个人都在数。"
# play = 9
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "main wants a result. The tray is empty: blocked."
# say.zh = "主线程要取结果。托盘是空的：阻塞。"
# play = 10
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   reader-2 has the shortest page. It hands over 3, and main \
#   wakes."""
# say.zh = "reader-2 的页最短，先交出 3，主线程醒来。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "main adds it up and waits for the next."
# say.zh = "主线程把它加上，接着等下一个。"
# play = 16
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "reader-4 is second: not the order of the pages."
# say.zh = "第二个到的是 reader-4：不按页码的次序。"
# play = 18
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The longest page comes last."
# say.zh = "最长的一页最后到。"
# play = 31
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   20 words, in every order. Results travel by a queue, no \
#   variable is shared."""
# say.zh = """\
#   不管什么次序，都是 20 个词。结果通过队列传递，没有共享变\
#   量。"""
# play = "end"
# wait = 5
# ///
