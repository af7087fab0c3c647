import threading
import time

COOKS = 3

DISHES = ["soup", "rice", "fish", "cake", "tea"]


def cook(dish, seconds):
    print(f"{dish}: on the stove")
    #: Whoever cooks sleeps here. Which thread is it?
    #: zh: 谁在做菜，谁就在这里睡眠。这是哪个线程？
    time.sleep(seconds)
    print(f"{dish}: ready")


threads = []
for number in range(COOKS):
    dish = DISHES[number]
    seconds = (COOKS - number) / 10
    #: The brackets call cook() here and now, in main. What it
    #: returns, None, becomes the target.
    #: zh: 有了括号，cook() 此时此地就在主线程里执行了；
    #: zh: 传给 target 的是它的返回值 None。
    thread = threading.Thread(
        target=cook(dish, seconds), name=dish
    )
    threads.append(thread)

for thread in threads:
    #: Starts a thread that has nothing to do.
    #: zh: 启动一个无事可做的线程。
    thread.start()
print("main: all dishes are cooking")

for thread in threads:
    #: join() blocks main until this thread is done.
    #: zh: join() 让主线程阻塞，直到这个线程结束。
    thread.join()
print("main: dinner is served")

# /// script
# [tool.raddle]
# title.en = "Called too early"
# title.zh = "还没启动就先调用了"
# chapter = "threads"
# concept.en = "A call as target"
# concept.zh = "把调用当成了 target"
# goal.en = """\
#   Three dishes, three threads, and only a pair of brackets is \
#   new. How long until dinner?"""
# goal.zh = "三道菜，三个线程，只是多了一对括号。要多久才能开饭？"
# summary.en = """\
#   target=cook(dish, seconds) calls cook() at once, in main, dish \
#   after dish. The threads get None as their target and end as \
#   soon as they begin."""
# summary.zh = """\
#   target=cook(dish, seconds) 会在主线程里立刻调用 cook()，一道一\
#   道地做。线程拿到的 target 是 None，一开始就结束了。"""
# watch.en = """\
#   Who prints 'on the stove': MainThread, and no other thread \
#   exists yet. The threads appear at the end and do nothing."""
# watch.zh = """\
#   看“on the stove”是谁打印的：MainThread，这时别的线程还不存在。\
#   线程到最后才出现，什么也没做。"""
# lesson.en = "target wants the function itself: no brackets."
# lesson.zh = "target 要的是函数本身，不要加括号。"
# concepts = ["C077"]
# expect = ["finished"]
# prints = "soup: on the stove\nrice: on the stove"
# panes = ["call_stacks"]
# races = []
# fixed_by = "start_join"
# needs = ["start_join"]
# params.COOKS = { min = 1, max = 5 }
# notes.en = """
# Purpose: handing over a function is not calling it.
# Ask the class: What does the thread run? Nothing: its target is None. – Why is there no error? Because None is allowed as a target, a Thread without one just ends.
# What people get wrong: they see the threads in the list and believe that they have done the work.
# Lock and data: nothing is shared.
# Change next: target=lambda: cook(dish, seconds). It works in the thread, but looks at dish only when it runs.
# """
# notes.zh = """
# 目的：把函数交出去，不等于调用它。
# 提问：线程执行了什么？什么也没有，target 是 None。——为什么不报错？target 允许为 None，这样的线程一启动就结束。
# 常见误解：看见列表里有线程，就以为活是它们干的。
# 锁与数据：没有共享数据。
# 接着改：target=lambda: cook(dish, seconds)。这样确实在线程里执行，但 dish 要到执行时才取值。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "In which thread is the soup cooked?"
# ask.zh = "soup 是在哪个线程里做的？"
# at = "start"
# until = { event = "output", text = "soup" }
# options = ["soup", "MainThread"]
# because.en = """\
#   The call in the brackets is made while the arguments are worked \
#   out: in main, before there is a thread."""
# because.zh = """\
#   括号里的调用在计算参数时就执行了：在主线程里，线程还没创建。"""
#
# [[tool.raddle.predict]]
# kind = "time"
# ask.en = """\
#   0.3, 0.2 and 0.1 s: after how many seconds is dinner served?"""
# ask.zh = "0.3、0.2、0.1 秒：几秒之后可以开饭？"
# at = { event = "output", text = "rice" }
# until = { event = "output", text = "dinner" }
# options = ["0.3", "0.6", "0.1"]
# because.en = """\
#   Main cooks all three itself, one after the other: 0.3 + 0.2 + \
#   0.1 s."""
# because.zh = "三道菜都由主线程一道一道地做：0.3 + 0.2 + 0.1 秒。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same kitchen as before. Only target=cook(dish, seconds) has \
#   got brackets."""
# say.zh = """\
#   还是那间厨房，只是 target=cook(dish, seconds) 多了括号。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Soup is on the stove, and it is main who cooks: there is no \
#   other thread."""
# say.zh = "soup 下锅了，做菜的是主线程：这时没有别的线程。"
# play = 2
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Main sleeps at the stove. Nothing else can happen."
# say.zh = "主线程在灶前睡着，别的什么也做不了。"
# play = 3
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Soup is ready, and only now comes the rice."
# say.zh = "soup 做好了，rice 这才下锅。"
# play = 6
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Then the fish: 0.6 seconds, one dish after the other."
# say.zh = "然后是 fish：一道接一道，一共 0.6 秒。"
# play = 13
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Now the threads are started. Their target is None: they begin \
#   and end."""
# say.zh = "现在才启动线程。它们的 target 是 None：开始即结束。"
# play = 15
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   “All dishes are cooking” comes when all have long been ready."""
# say.zh = "“all dishes are cooking”打印出来时，菜早就做好了。"
# play = 20
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   No error anywhere, only slowness: f shows the line without \
#   brackets."""
# say.zh = "没有任何报错，只是慢：按 f 看去掉括号的写法。"
# play = "end"
# wait = 5
# ///
