from multiprocessing import Process
from threading import Thread

KIND = "process"

n = 100
names = ["main"]


def change():
    global n
    #: A process writes to the n of its own copy.
    #: zh: 进程写的是它自己那一份 n。
    n = 0
    #: The list is a copy, too: nobody else sees the new name.
    #: zh: 列表也是副本：加进去的名字别人看不到。
    names.append("child")
    print("child: ", n, names)


if __name__ == "__main__":
    kind = Process if KIND == "process" else Thread
    child = kind(target=change)
    #: A copy of everything is made here: this is the fork.
    #: zh: 就在这里，所有东西都被复制了一份：这就是 fork。
    child.start()
    child.join()
    #: Which n is this?
    #: zh: 这是哪一个 n？
    print("parent:", n, names)

# /// script
# [tool.raddle]
# title.en = "Each process has its own n"
# title.zh = "进程之间数据隔离"
# chapter = "processes"
# concept.en = "Process"
# concept.zh = "进程"
# goal.en = """\
#   A child sets n and adds a name to a list. What does its parent \
#   print afterwards?"""
# goal.zh = "子进程改了 n，又往列表里加了一个名字。父进程之后打印什么？"
# summary.en = """\
#   A child process writes a global variable and a list, and its \
#   parent sees nothing of it: each has a memory of its own."""
# summary.zh = """\
#   子进程改了全局变量和列表，父进程什么也看不到：两个进程各有一份自\
#   己的内存。"""
# watch.en = """\
#   Two boxes, each with an n of its own. The child's step changes \
#   the one in its own box."""
# watch.zh = """\
#   两个框，各有一个自己的 n。子进程的那一步只改了自己框里的那个。"""
# lesson.en = """\
#   The child's n is gone with it; a queue could tell the parent."""
# lesson.zh = "子进程的内存没了；要告诉父进程，得用队列或管道。"
# concepts = ["C050", "C092", "C100"]
# expect = ["finished"]
# panes = ["address_spaces"]
# params.KIND = { choices = ["process", "thread"] }
# notes.en = """
# Purpose: a process is a box with data of its own; a thread lives in the box that it was started in.
# Ask the class: Where is the n that the child wrote? It was in the child's memory, and went with it. – When was the list copied? At start(), not at append().
# What people get wrong: they take global to mean "for all processes"; it means "of this module, in this process".
# Lock and data: there is nothing to protect. Two processes cannot touch the same n, so there is no race to look for.
# Change next: KIND = "thread". One box, two lanes: both print 0 and both names.
# """
# notes.zh = """
# 目的：进程是一个自带数据的盒子；线程住在启动它的那个盒子里。
# 提问：子进程写的那个 n 在哪里？在子进程的内存里，随它一起没了。——列表是什么时候复制的？是 start() 的时候，不是 append() 的时候。
# 常见误解：以为 global 是“所有进程共用”；它只是说“这个模块的、这个进程里的”。
# 锁与数据：这里没有要保护的东西。两个进程碰不到同一个 n，也就没有竞态可找。
# 接着改：KIND = "thread"。一个盒子，两条线：两边都打印 0 和两个名字。
# """
#
# [[tool.raddle.predict]]
# kind = "value"
# ask.en = "The child has set its n to 0. Which n does the parent print?"
# ask.zh = "子进程把自己的 n 设成了 0。父进程打印的 n 是多少？"
# of = "n"
# at = { event = "wrote", thread = "Process-1" }
# until = "end"
# options = ["0", "100"]
# because.en = """\
#   The child wrote to a copy. The parent's n has been 100 all the \
#   time."""
# because.zh = "子进程写的是副本。父进程的 n 一直是 100。"
#
# [[tool.raddle.tour]]
# say.en = "A program with one variable, n, and one list."
# say.zh = "一个程序，一个变量 n，一个列表。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "start() forks: the child has a copy of both."
# say.zh = "start() 复制出子进程：变量和列表它都有一份副本。"
# play = 2
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The child sets its own n to 0, and adds a name to its own list."
# say.zh = "子进程把自己的 n 设成 0，往自己的列表里加名字。"
# play = 5
# wait = 6
#
# [[tool.raddle.tour]]
# say.en = "It prints what it sees, and is gone with its memory."
# say.zh = "它打印自己看到的，然后连同内存一起消失。"
# play = 10
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The parent prints 100: nobody has touched its n."
# say.zh = "父进程打印 100：它的 n 谁也没碰过。"
# play = "end"
# wait = 7
# ///
