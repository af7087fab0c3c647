import threading
import time

READERS = 3
EDITORS = 1

readers = 0
counting = threading.Lock()
board = threading.Semaphore(1)


def read(name, pause):
    global readers
    for _ in range(2):
        time.sleep(pause)
        with counting:
            readers = readers + 1
            #: The first reader takes the board for all readers.
            #: zh: 第一个读者替所有读者占住公告栏。
            if readers == 1:
                board.acquire()
        print(f"{name} reads")
        time.sleep(0.3)
        with counting:
            readers = readers - 1
            #: The last one gives it back.
            #: zh: 最后一个读者归还它。
            if readers == 0:
                board.release()


def edit(name, pause):
    time.sleep(pause)
    #: Waits until no reader is left at the board.
    #: zh: 等到公告栏前一个读者也没有。
    with board:
        print(f"{name} edits")
        time.sleep(0.1)


jobs = []
for n in range(1, READERS + 1):
    jobs.append((read, (f"reader-{n}", n / 10)))
for n in range(1, EDITORS + 1):
    jobs.append((edit, (f"editor-{n}", 0.15)))
people = []
for job, args in jobs:
    new = threading.Thread(target=job, name=args[0], args=args)
    people.append(new)
    new.start()
for person in people:
    person.join()
print("the office closes")

# /// script
# [tool.raddle]
# title.en = "Readers first"
# title.zh = "读者优先"
# concept.en = "Readers and writers"
# concept.zh = "读者—写者"
# chapter = "classics"
# goal.en = """\
#   Readers share the board, an editor needs it alone. What \
#   becomes of the editor while readers keep coming?"""
# goal.zh = """\
#   读者可以一起看公告栏，编辑要独占它。读者不断地来，编辑会怎\
#   么样？"""
# summary.en = """\
#   The first reader takes the board for all, the last gives \
#   it back. As long as one reader is there, the editor waits, \
#   and new readers pass him."""
# summary.zh = """\
#   第一个读者替大家占住公告栏，最后一个归还。只要还有读者，编\
#   辑就得等，后来的读者都排到他前面。"""
# watch.en = """\
#   The editor's row: one long wait, while readers who came later \
#   go straight to the board. readers never falls to 0 in between."""
# watch.zh = """\
#   看编辑那一行：长长的等待。比他晚来的读者直接就看上了，\
#   readers 中间一直没有降到 0。"""
# lesson.en = "Right, but not fair: later readers pass the editor."
# lesson.zh = "正确，但不公平：后来的读者都越过了编辑。"
# concepts = ["C131", "C151"]
# expect = ["finished"]
# panes = ["stats"]
# races = []
# needs = ["semaphore"]
# check_with = { READERS = 2, EDITORS = 1 }
# guards = { counting = ["readers"] }
# params.READERS = { min = 1, max = 4 }
# params.EDITORS = { min = 1, max = 2 }
# notes.en = """
# Purpose: Many may read at once, one alone may write. This is the simplest way, and it can starve the writer.
# Ask the class: Who may go to the board now? Any reader, as long as one is there. Why is board a semaphore and not a lock? The reader who gives it back is not always the one who took it.
# What people get wrong: They see no fault because nothing wrong is printed. Waiting without end is a fault, too: starvation.
# Lock and data: counting guards readers; board guards what hangs on it: many readers or one editor.
# Change next: READERS to 4 and measure the editor's wait; READERS to 1: the wait is short. How could an editor keep new readers out?
# """
# notes.zh = """
# 目的：可以多人同时读，写必须独占。这是最简单的办法，但可能让写者饥饿。
# 提问：现在谁能去看公告栏？只要还有一个读者在，别的读者都能去。board 为什么用信号量而不用锁？归还它的读者不一定是占住它的那个。
# 常见误解：输出没有错，就以为没有毛病。等起来没完也是毛病：饥饿。
# 锁与数据：counting 保护 readers；board 保护公告栏上的内容：要么多个读者，要么一个编辑。
# 接着改：READERS 改成 4，看编辑等多久；改成 1，等得就短。编辑怎样才能拦住新来的读者？
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   The editor waits. reader-2 comes a moment later. What \
#   happens?"""
# ask.zh = "编辑在等。稍后 reader-2 来了。会怎样？"
# because.en = """\
#   Only the first reader asks for the board; the others join \
#   those who are there."""
# because.zh = "只有第一个读者要去占公告栏，后来的直接加入。"
# at = { event = "acquired", thread = "reader-2", of = "counting" }
# until = { event = "output", thread = "reader-2" }
# options = [
#     { en = "it waits behind the editor", zh = "reader-2 排在编辑后面" },
#     { en = "it reads, past the editor", zh = "reader-2 直接看，越过了编辑" },
#     { en = "the editor is let in first", zh = "先让编辑进去" },
# ]
# right = 2
#
# [[tool.raddle.predict]]
# kind = "count"
# ask.en = """\
#   How often is the board read before the editor gets it?"""
# ask.zh = "编辑拿到公告栏之前，一共被看了几次？"
# because.en = """\
#   Three readers, twice each: not once in between was readers \
#   at 0."""
# because.zh = """\
#   三个读者，每人两次：中间 readers 一次也没有降到 0。"""
# at = { event = "slept", thread = "reader-2", nth = 2 }
# until = { event = "output", text = "edits" }
# count = { event = "output", text = "reads" }
# options = ["1", "3", "6"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   A notice board: readers may share it, an editor must have \
#   it alone."""
# say.zh = "一块公告栏：读者可以一起看，编辑必须独占。"
# wait = 5
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = """\
#   reader-1 is the first, and takes the board for all \
#   readers."""
# say.zh = "reader-1 第一个到，替所有读者占住公告栏。"
# play = 18
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The editor comes and has to wait."
# say.zh = "编辑来了，只好等。"
# play = 21
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   reader-2 comes later, and reads at once: past the editor."""
# say.zh = "reader-2 来得晚，却马上看上了：越过了编辑。"
# play = 28
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   reader-1 has gone and come back. There was always somebody \
#   at the board."""
# say.zh = "reader-1 走了又来。公告栏前一直有人。"
# play = 58
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Still the editor waits; readers has not been 0 once."
# say.zh = "编辑还在等；readers 一次也没有降到 0。"
# play = 90
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The last reader gives the board back. Now the editor may \
#   edit."""
# say.zh = "最后一个读者归还公告栏，编辑终于能动手了。"
# play = 108
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Right, but not fair: with more readers the editor might \
#   wait for ever."""
# say.zh = "正确，却不公平：读者再多些，编辑也许永远等下去。"
# play = "end"
# wait = 5
# ///
