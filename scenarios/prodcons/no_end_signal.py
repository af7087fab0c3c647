import queue
import threading
import time

COOKS = 2
WAITERS = 2
SPACE = 2
DISHES = 3

shelf = queue.Queue(SPACE)


def cook(name, dish):
    for number in range(1, DISHES + 1):
        print(f"{name} announces {dish}-{number}")
        time.sleep(0.05)
        shelf.put(f"{dish}-{number}")
    print(f"{name} goes home")


def serve(name):
    while True:
        #: Blocks while the shelf is empty, and nobody ever says
        #: that no dish will come any more.
        #: zh: 架子空了就阻塞，可没有人会说“不再上菜了”。
        dish = shelf.get()
        print(f"{name} serves {dish}")
        time.sleep(0.2)


menu = [("ann", "soup"), ("ben", "rice"), ("cai", "cake")]
cooks = []
for name, dish in menu[:COOKS]:
    args = (name, dish)
    cooks.append(
        threading.Thread(target=cook, name=name, args=args)
    )
waiters = []
for name in ["xia", "yan", "zoe"][:WAITERS]:
    waiters.append(
        threading.Thread(target=serve, name=name, args=(name,))
    )
for thread in waiters + cooks:
    thread.start()
for thread in cooks + waiters:
    #: Waits for the cooks, then for waiters who never end.
    #: zh: 先等厨师，再等永远不会结束的服务员。
    thread.join()
print("the kitchen is closed")

# /// script
# [tool.raddle]
# title.en = "Nobody says that it is over"
# title.zh = "没有人说“打烊了”"
# concept.en = "No end signal"
# concept.zh = "没有结束信号"
# chapter = "prodcons"
# goal.en = """\
#   The cooks go home when their dishes are done. How do the \
#   waiters learn that nothing comes any more?"""
# goal.zh = "厨师做完菜就回家了。服务员怎么知道不会再有菜了？"
# summary.en = """\
#   Cooks announce, cook, put, and go home; waiters take for \
#   ever. Nobody tells them that the work is over, so they \
#   wait at the empty shelf: stuck."""
# summary.zh = """\
#   厨师报菜、做菜、上架、回家；服务员一直在取。没有人告诉他们\
#   工作结束了，只好在空架子前一直等：卡住了。"""
# watch.en = """\
#   A dish is announced long before it is on the shelf. At the \
#   end the cooks are done, the shelf is empty, and the \
#   waiters are blocked at it."""
# watch.zh = """\
#   菜早就报了，过一会儿才上架。最后厨师都结束了，架子空着，服\
#   务员阻塞在那里。"""
# lesson.en = "An empty shelf does not say that nothing comes."
# lesson.zh = "架子空了，不等于不会再来。"
# concepts = ["C195", "C205"]
# expect = ["stuck"]
# fixed_by = "queue"
# races = []
# needs = ["queue"]
# check_with = { DISHES = 2 }
# params.DISHES = { min = 1, max = 5 }
# notes.en = """
# Purpose: A consumer in an endless loop needs to be told the end; an empty queue does not tell it.
# Ask the class: Is the announced dish on the shelf already? No, it is still to be cooked: the message is ahead of the dish. Who could still wake the waiters? Nobody, the cooks have ended.
# What people get wrong: They test shelf.empty(): it is empty now and then while cooks still cook.
# Lock and data: The queue guards the shelf. No lock is missing; a message is.
# Change next: One None per waiter behind the last dish, put by main after the cooks have ended: that is the scenario queue.
# """
# notes.zh = """
# 目的：消费者若是无限循环，就得有人告诉它“结束了”；队列空并不说明这一点。
# 提问：报过的菜已经在架子上了吗？没有，还要做，消息比菜先到。还有谁能叫醒服务员？没有，厨师都结束了。
# 常见误解：用 shelf.empty() 判断。厨师还在做菜的时候，架子也会一时空着。
# 锁与数据：队列自己保护架子。缺的不是锁，是一个消息。
# 接着改：等厨师都结束，由主线程在最后一道菜后面给每个服务员放一个 None：就是场景 queue。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "Ann has announced soup-1. Is it on the shelf?"
# ask.zh = "ann 报了 soup-1。它已经在架子上了吗？"
# because.en = """\
#   She announces first and cooks then: the message is ahead \
#   of the dish."""
# because.zh = "她先报菜，后做菜：消息跑在了菜的前面。"
# at = { event = "slept", thread = "ann" }
# until = { event = "put", thread = "ann" }
# options = [
#     { en = "yes, announced is served", zh = "在，报了就是好了" },
#     { en = "no, it is still to be cooked", zh = "不在，还要做" },
#     { en = "no, the shelf is full", zh = "不在，架子满了" },
# ]
# right = 2
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = "The cooks have gone home. How does it end?"
# ask.zh = "厨师都回家了。最后会怎样？"
# because.en = """\
#   The waiters wait at the empty shelf, and nobody is left to \
#   put anything there: stuck."""
# because.zh = "服务员在空架子前等，再没有人会放东西：卡住了。"
# at = { event = "finished", thread = "ann" }
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two cooks, two waiters, a shelf. The waiters take in an \
#   endless loop."""
# say.zh = """\
#   两个厨师、两个服务员、一个架子。服务员在无限循环里取菜。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Both waiters are at the empty shelf."
# say.zh = "两个服务员在空架子前等。"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann announces soup-1. It is not on the shelf; she has \
#   still to cook it."""
# say.zh = "ann 报了 soup-1。架子上还没有，她还得做。"
# play = 7
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Now she puts it, and a waiter takes it."
# say.zh = "现在上架了，一个服务员取走了它。"
# play = 15
# wait = 3
#
# [[tool.raddle.tour]]
# speed = 7
#
# [[tool.raddle.tour]]
# say.en = "The cooks are done and go home. They tell nobody."
# say.zh = "厨师做完回家了，什么也没交代。"
# play = 52
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The last dishes are served."
# say.zh = "最后几道菜也上完了。"
# play = 63
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The waiters want more, and nobody will ever put any: \
#   stuck."""
# say.zh = "服务员还要取，可再没有人会放：卡住了。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   An empty queue does not say whether it is empty now or for \
#   ever."""
# say.zh = "队列空了，看不出是一时空，还是永远空。"
# wait = 5
# ///
