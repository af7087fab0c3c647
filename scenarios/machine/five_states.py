import queue
import threading
import time

counter = queue.Queue()


def work(milliseconds):
    total = 0
    for number in range(milliseconds * 5000):
        total = total + number


def cook():
    for dish in ["soup", "rice"]:
        work(3)
        #: The dish is there: whoever waits for it gets ready.
        #: zh: 菜好了：等它的人进入就绪状态。
        counter.put(dish)


def serve():
    for _ in range(2):
        #: No dish yet: blocked, and off the core.
        #: zh: 还没有菜：阻塞，让出 CPU。
        dish = counter.get()
        print(f"{dish} is served")


def doze():
    time.sleep(0.002)
    print("the guest wakes up")
    work(3)
    print("the guest has read the menu")


people = [
    threading.Thread(target=cook, name="cook"),
    threading.Thread(target=serve, name="waiter"),
    threading.Thread(target=doze, name="guest"),
]
for person in people:
    person.start()
for person in people:
    person.join()

# /// script
# [tool.raddle]
# title.en = "Ready, running, blocked"
# title.zh = "就绪、运行、阻塞"
# chapter = "machine"
# concept.en = "Five states"
# concept.zh = "五种状态"
# goal.en = """\
#   A cook works, a waiter waits for a dish, a guest dozes, all on \
#   one core. Who may run, and who may not?"""
# goal.zh = """\
#   厨师在干活，服务员在等菜，客人在打盹，只有一个核。谁能运行，谁\
#   不能？"""
# summary.en = """\
#   New, ready, running, blocked, finished: each move has a reason. \
#   From blocked no way leads to running, only to ready."""
# summary.zh = """\
#   新建、就绪、运行、阻塞、终止：每次转换都有原因。阻塞之后不能直\
#   接运行，要先就绪。"""
# watch.en = """\
#   Each move between the states and its reason: started, its turn, \
#   slice over, waits for the dish, the dish is there, done."""
# watch.zh = """\
#   看每次状态转换和它的原因：启动、轮到它、时间片用完、等菜、菜好\
#   了、结束。"""
# lesson.en = """\
#   Ready means: could run, and waits for the core alone."""
# lesson.zh = "就绪就是：什么都有了，只等 CPU。"
# concepts = ["C005", "C013", "C014", "C015", "C016"]
# expect = ["finished"]
# panes = ["states", "cores"]
# races = []
# machine = { cores = 1, gil = false, policy = "rr", quantum = "2ms" }
# params.policy = { choices = ["fair", "rr"] }
# params.quantum = { min = 1, max = 6 }
# params.cores = { min = 1, max = 2 }
# notes.en = """
# Purpose: tell ready from blocked, and name the reason of each move.
# Ask the class: Who sends a thread from running to ready? The clock. – And from running to blocked? It does so itself, by asking for something that is not there.
# What people get wrong: "waiting" for both. The ready wait for the core, the blocked for something else; giving the blocked a core would be of no use.
# Lock and data: counter is a queue and locks itself.
# Change next: cores = 2; policy fair; quantum 1.
# """
# notes.zh = """
# 目的：分清就绪和阻塞，说出每次转换的原因。
# 提问：谁让线程从运行变成就绪？时钟。——从运行变成阻塞呢？它自己，因为它要的东西还没有。
# 常见误解：两种都叫“等待”。就绪的等的是 CPU，阻塞的等的是别的东西，给它 CPU 也没用。
# 锁与数据：counter 是队列，自带锁。
# 接着改：cores = 2；策略改成 fair；时间片改成 1。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "The soup is there. Does the waiter run at once?"
# ask.zh = "汤好了。服务员马上就运行吗？"
# at = { line = "counter.put(dish)", thread = "cook" }
# until = { event = "output", text = "soup" }
# options = [
#   { en = "yes, he has waited long enough", zh = "是，他等得够久了" },
#   { en = "no, he becomes ready first", zh = "不，他先进入就绪状态" },
# ]
# right = 2
# because.en = """\
#   The core is in use. Whoever is woken joins the ready queue, and \
#   the scheduler decides."""
# because.zh = "核正被占用。被唤醒的先进就绪队列，由调度器决定。"
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "Which of these moves never happens?"
# ask.zh = "下面哪种转换从来不会发生？"
# at = { event = "output", text = "soup" }
# options = [
#   { en = "running to ready", zh = "运行 → 就绪" },
#   { en = "running to blocked", zh = "运行 → 阻塞" },
#   { en = "blocked to running", zh = "阻塞 → 运行" },
# ]
# right = 3
# because.en = """\
#   What it waited for has come: then it may run, but it does not \
#   have the core yet."""
# because.zh = "等的东西来了，只说明可以运行，核还没有分给它。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Three people, one core. All three have only just been made: \
#   new."""
# say.zh = "三个人，一个核。三个都刚创建：新建状态。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The waiter asks for a dish. There is none: blocked. He needs no \
#   core now."""
# say.zh = "服务员要端菜，可还没有菜：阻塞。他现在不需要核。"
# play = 9
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The guest dozes: blocked, too, but for a time."
# say.zh = "客人在打盹：也是阻塞，不过到时间就会醒。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "So the core is the cook's: running."
# say.zh = "于是核归厨师：运行。"
# play = 12
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The soup is there. That makes the waiter ready; he runs when it \
#   is his turn."""
# say.zh = "汤好了。服务员进入就绪状态，轮到他才运行。"
# play = 14
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   His turn: the soup is served, and he waits for the rice."""
# say.zh = "轮到他了：上汤，接着又等米饭。"
# play = 17
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The guest has slept enough: ready, then running. She reads the \
#   menu."""
# say.zh = "客人睡够了：先就绪，再运行。她在看菜单。"
# play = 20
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Her slice is over in the middle of it: ready again, and the \
#   core is the cook's."""
# say.zh = "还没看完，时间片用完了：回到就绪，核又归厨师。"
# play = 21
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   All are finished. From blocked the way always led through \
#   ready."""
# say.zh = "全部终止。从阻塞出来，每次都先经过就绪。"
# play = "end"
# wait = 5
# ///
