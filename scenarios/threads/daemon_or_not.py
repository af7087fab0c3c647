import threading
import time

DAEMON = True
JOIN = False
CLEANER = True


def work(first, seconds, last):
    print(first)
    time.sleep(seconds)
    print(last)


#: A daemon: the program does not wait for it at the end.
#: zh: 守护线程：程序结束时不会等它。
music = threading.Thread(
    target=work, name="music", daemon=DAEMON,
    args=("the music begins", 1, "the music has ended"),
)
music.start()
if CLEANER:
    #: An ordinary thread: the program stays for it.
    #: zh: 普通线程：程序会等它结束。
    cleaner = threading.Thread(
        target=work, name="cleaner",
        args=("the cleaner comes", 2, "the floor is clean"),
    )
    cleaner.start()
if JOIN:
    music.join()
#: The last line of main. Is this the end of the program?
#: zh: 主线程的最后一行。程序到此结束了吗？
print("main locks the door")

# /// script
# [tool.raddle]
# title.en = "When main is over"
# title.zh = "主线程结束以后"
# chapter = "threads"
# concept.en = "Daemon"
# concept.zh = "守护线程"
# goal.en = """\
#   Main has run its last line; a daemon and an ordinary thread \
#   still work. Who gets to the end?"""
# goal.zh = """\
#   主线程执行完了最后一行，还有一个守护线程和一个普通线程没结束。\
#   谁能做完？"""
# summary.en = """\
#   The process lives as long as an ordinary thread does. The \
#   daemon music may play as long as the cleaner is there; without \
#   her it is killed."""
# summary.zh = """\
#   只要还有普通线程，进程就在。cleaner 在的时候，守护线程 music 可\
#   以一直放；没有她，音乐就断了。"""
# watch.en = """\
#   Main is at its end and waits, for the cleaner alone. Set \
#   CLEANER to False: the music's last line is missing."""
# watch.zh = """\
#   看主线程执行到末尾后在等谁：只等 cleaner。把 CLEANER 设为 \
#   False，music 的最后一行就没有了。"""
# lesson.en = """\
#   The program waits for ordinary threads, not for daemons."""
# lesson.zh = "程序会等普通线程，不会等守护线程。"
# concepts = ["C085", "C086", "C087", "C089", "C090"]
# expect = ["finished"]
# races = []
# needs = ["start_join"]
# params.DAEMON = { value = true }
# params.JOIN = { value = false }
# params.CLEANER = { value = true }
# notes.en = """
# Purpose: what ends a program is not main's last line but the end of its last ordinary thread.
# Ask the class: Which lines are never printed with CLEANER = False? The music's last one. – And with JOIN = True? Then all are printed: main waits itself.
# What people get wrong: "a daemon runs on in the background after the program". It is the opposite: it dies with it, in the middle of a line if need be.
# Lock and data: nothing is shared. A daemon that writes a file can leave half of it.
# Change next: CLEANER = False; then JOIN = True; then DAEMON = False. Say the lines before each run.
# """
# notes.zh = """
# 目的：决定程序何时结束的，不是主线程的最后一行，而是最后一个普通线程的结束。
# 提问：CLEANER = False 时哪一行不会打印？music 的最后一行。——JOIN = True 呢？全都打印，因为主线程自己会等。
# 常见误解：“守护线程在程序结束后继续在后台运行”。正相反，它随程序一起消失，哪怕正做到一半。
# 锁与数据：没有共享数据。守护线程若在写文件，可能只写了一半。
# 接着改：CLEANER = False；再 JOIN = True；再 DAEMON = False。每次运行前先说出会打印哪几行。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   Main's last line is done. For whom does the process wait?"""
# ask.zh = "主线程执行完最后一行。进程还要等谁？"
# at = { thread = "MainThread", event = "blocked" }
# options = [
#   { en = "for nobody, it ends now", zh = "谁也不等，马上结束" },
#   { en = "for music and cleaner", zh = "music 和 cleaner 都等" },
#   { en = "for the cleaner alone", zh = "只等 cleaner" },
# ]
# right = 3
# because.en = """\
#   Only ordinary threads keep the process. The daemon music just \
#   profits from it."""
# because.zh = "只有普通线程能留住进程，守护线程 music 只是沾了光。"
#
# [[tool.raddle.predict]]
# kind = "output"
# ask.en = "Main has locked the door. Which line comes next?"
# ask.zh = "主线程锁了门。接下来打印哪一行？"
# until = { event = "output", text = "ended" }
# options = ["the floor is clean", "the music has ended", "no line at all"]
# because.en = """\
#   The music ends after 1 s; the cleaner keeps the process alive \
#   until 2 s."""
# because.zh = "音乐 1 秒就放完，而 cleaner 让进程一直留到 2 秒。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Music is a daemon and takes 1 s; the cleaner is an ordinary \
#   thread and takes 2 s."""
# say.zh = """\
#   music 是守护线程，放 1 秒；cleaner 是普通线程，要 2 秒。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The music begins."
# say.zh = "音乐响了。"
# play = 4
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The cleaner comes."
# say.zh = "cleaner 来了。"
# play = 7
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Main prints its last line. The program is not over."
# say.zh = "主线程打印了最后一行。程序还没有结束。"
# play = 8
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "It waits for the ordinary threads: for the cleaner."
# say.zh = "它在等普通线程，也就是 cleaner。"
# play = 9
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The music is in luck: the program is still there when it ends."""
# say.zh = "music 运气好：它放完的时候，程序还在。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The floor is clean, and now the program is over."
# say.zh = "地板擦干净了，程序这才结束。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Set CLEANER to False (: set) and nobody keeps the process: the music is \
#   cut off in the middle."""
# say.zh = """\
#   把 CLEANER 设为 False（: set），就没有谁留住进程：音乐放到一半就断了。"""
# wait = 5
# ///
