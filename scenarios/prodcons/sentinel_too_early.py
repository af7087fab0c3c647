import queue
import threading
import time

SPACE = 2
DISHES = 3

shelf = queue.Queue(SPACE)


def cook(name, dish):
    for number in range(1, DISHES + 1):
        time.sleep(0.05)
        #: Blocks while the shelf is full.
        #: zh: 架子满了就阻塞。
        shelf.put(f"{dish}-{number}")
    print(f"{name} goes home")


def serve(name):
    while True:
        dish = shelf.get()
        #: A sentinel, not a dish: the work is over, it says.
        #: zh: 这不是菜，是哨兵：它说工作结束了。
        if dish is None:
            break
        print(f"{name} serves {dish}")
        time.sleep(0.2)
    print(f"{name} goes home")


args = ("ann", "soup")
ann = threading.Thread(target=cook, name="ann", args=args)
xia = threading.Thread(target=serve, name="xia", args=("xia",))
xia.start()
ann.start()
#: Main does not wait for the cook. Are all dishes there?
#: zh: 主线程没有等厨师。菜都上架了吗？
shelf.put(None)
ann.join()
xia.join()
print("the kitchen is closed")

# /// script
# [tool.raddle]
# title.en = "Closing time comes too early"
# title.zh = "打烊的牌子挂早了"
# concept.en = "Sentinel too early"
# concept.zh = "哨兵太早"
# chapter = "prodcons"
# goal.en = """\
#   Main puts the None that sends the waiter home, before the \
#   cook is done. What becomes of the dishes?"""
# goal.zh = """\
#   None 让服务员下班，主线程不等厨师做完就放了它。菜会怎么\
#   样？"""
# summary.en = """\
#   The sentinel overtakes the dishes: the waiter goes home, \
#   the shelf fills, and the cook is blocked with the next \
#   dish in her hands."""
# summary.zh = """\
#   哨兵跑到了菜的前面：服务员下班了，架子满了，厨师端着下一道\
#   菜被阻塞。"""
# watch.en = """\
#   None is taken before a dish has been put. From then on \
#   nobody takes anything: the slots fill, and the next put() \
#   blocks for ever."""
# watch.zh = """\
#   一道菜还没上，None 就被取走了。此后没有人再取：格子一个个\
#   填满，下一次 put() 永远阻塞。"""
# lesson.en = """\
#   This time the cook finished; look whether dishes are left."""
# lesson.zh = "这一次厨师做完了；再看看架子上有没有剩下的菜。"
# concepts = ["C198"]
# expect = ["stuck", "finished"]
# fixed_by = "queue"
# races = []
# needs = ["queue"]
# check_with = { DISHES = 3, SPACE = 1 }
# params.DISHES = { min = 2, max = 6 }
# params.SPACE = { min = 1, max = 4 }
# notes.en = """
# Purpose: A sentinel means: everything is before me in the queue. That is true only when all producers have ended.
# Ask the class: Who waits for ever? The cook at the full shelf, and main in join(). How many dishes are left? As many as there is room, and one in her hands.
# What people get wrong: They think that None closes the queue. It is an item like any other, at its place in the line.
# Lock and data: The queue guards its items; what is wrong is the order of two lines in main.
# Change next: Move ann.join() before shelf.put(None): then it is right. SPACE to 4: it ends, and dishes are left all the same.
# """
# notes.zh = """
# 目的：哨兵的意思是“东西都在我前面了”。只有所有生产者都结束了，这话才成立。
# 提问：谁会永远等下去？架子前的厨师，还有 join() 里的主线程。剩下几道菜？架子上放满的，加上她手里的一道。
# 常见误解：以为 None 会关闭队列。它和别的东西一样，只是排在队里的一项。
# 锁与数据：队列保护里面的东西；错的是主线程里两行的次序。
# 接着改：把 ann.join() 移到 shelf.put(None) 前面，就对了。SPACE 改成 4：能结束，但菜照样剩下。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "None is on the shelf. Whose thread ends first?"
# ask.zh = "架子上有 None 了。谁的线程先结束？"
# because.en = """\
#   Xia takes None and goes; no dish has been put yet."""
# because.zh = "xia 取到 None 就走了；这时一道菜都还没上。"
# at = { event = "got", thread = "xia", of = "shelf" }
# until = { event = "finished" }
# options = ["ann", "xia", "MainThread"]
#
# [[tool.raddle.predict]]
# kind = "count"
# ask.en = "How many dishes does Ann get onto the shelf?"
# ask.zh = "ann 能放上架子几道菜？"
# because.en = """\
#   There is room for two, and nobody takes any away; the \
#   third put() blocks for ever."""
# because.zh = """\
#   架子只有两格，又没有人取走；第三次 put() 永远阻塞。"""
# at = { event = "unblocked", thread = "ann" }
# count = { event = "put", thread = "ann" }
# options = ["0", "3", "2"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   A cook, a waiter, a shelf for two. None is to say: go \
#   home."""
# say.zh = """\
#   一个厨师，一个服务员，两格的架子。None 的意思是：下班。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Ann begins to cook. Nothing is on the shelf."
# say.zh = "ann 开始做菜。架子上什么也没有。"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Main does not wait for her: None is the first thing on the \
#   shelf."""
# say.zh = "主线程没有等她：架子上第一样东西就是 None。"
# step = 1
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Xia takes it and goes home."
# say.zh = "xia 取到它，下班了。"
# play = 9
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The first dish comes. Nobody is there."
# say.zh = "第一道菜来了，没有人在。"
# play = 12
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two dishes fill the shelf; Ann is blocked with the third, \
#   for ever."""
# say.zh = "两道菜就占满了架子；ann 端着第三道，永远阻塞。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Go back, and let Ann be quicker …"
# say.zh = "倒回去，让 ann 快一点……"
# go_to = 5
# wait = 3
#
# [[tool.raddle.tour]]
# run = "ann"
# times = 2
# wait = 1
#
# [[tool.raddle.tour]]
# run = "xia"
# times = 2
# wait = 1
#
# [[tool.raddle.tour]]
# say.en = "… she puts all her dishes before main puts None."
# say.zh = "……让她在主线程放 None 之前把菜都上架。"
# run = "ann"
# times = 6
# wait = 2
#
# [[tool.raddle.tour]]
# say.en = """\
#   All is served. Luck is no plan: first join the cooks, then \
#   put the sentinel."""
# say.zh = "菜都上完了。但不能靠运气：先等厨师结束，再放哨兵。"
# play = "end"
# wait = 5
# ///
