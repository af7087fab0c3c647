import threading
import time

COOKS = 3

DISHES = ["soup", "rice", "fish", "cake", "tea"]


def cook(dish, seconds):
    print(f"{dish}: on the stove")
    #: Sleeping takes no processor: other dishes go on cooking.
    #: zh: 睡眠不占用 CPU：别的菜照样在做。
    time.sleep(seconds)
    print(f"{dish}: ready")


threads = []
for number in range(COOKS):
    dish = DISHES[number]
    seconds = (COOKS - number) / 10
    #: A new thread object. Nothing runs in it yet.
    #: zh: 创建线程对象，这时它还没有运行。
    thread = threading.Thread(
        target=cook, name=dish, args=(dish, seconds)
    )
    threads.append(thread)

for thread in threads:
    #: start() makes the thread ready; main goes on at once.
    #: zh: start() 让线程进入就绪状态，主线程立刻继续往下走。
    thread.start()
print("main: all dishes are cooking")

for thread in threads:
    #: join() blocks main until this thread is done.
    #: zh: join() 让主线程阻塞，直到这个线程结束。
    thread.join()
print("main: dinner is served")

# /// script
# [tool.raddle]
# title.en = "Start threads, then join them"
# title.zh = "启动线程，再等它们结束"
# chapter = "threads"
# concept.en = "Start and join"
# concept.zh = "启动与等待"
# goal.en = """\
#   Each dish is cooked by a thread of its own. When may \
#   dinner be served?"""
# goal.zh = "每道菜由一个线程来做，几道菜同时进行。什么时候才能开饭？"
# summary.en = """\
#   The main thread starts one thread per dish. All of them cook at \
#   the same time; join() blocks until each is done."""
# summary.zh = """\
#   主线程为每道菜启动一个线程，几道菜同时在做；\
#   join() 一直等到对应的线程结束。"""
# watch.en = """\
#   A thread exists before start(), but only start() makes it ready. \
#   The dishes finish in a different order than they were started, \
#   and main, blocked in join(), goes on only after the last."""
# watch.zh = """\
#   线程对象在 start() 之前就有了，start() 之后才进入就绪状态。\
#   菜做好的顺序和启动的顺序不同；主线程阻塞在 join() 处，\
#   最后一个线程结束后才继续。"""
# lesson.en = """\
#   start() lets a thread go; join() blocks until it is done."""
# lesson.zh = "start() 让线程自己运行，join() 阻塞到它结束。"
# concepts = ["C013", "C015", "C073", "C083", "C094"]
# expect = ["finished"]
# races = []
# notes.en = """
# Purpose: start() lets a thread go, join() is the only place where main waits.
# Ask the class: In which state is a thread before start()? New. – What does join() do with a thread that has ended? It returns at once.
# What people get wrong: they join in the loop that starts, and wonder why nothing happens at the same time.
# Lock and data: nothing is shared.
# Change next: put thread.join() right after thread.start(): 0.6 s. Then target_called.
# """
# notes.zh = """
# 目的：start() 让线程跑起来，主线程只在 join() 处等待。
# 提问：start() 之前线程是什么状态？新建。——对已经结束的线程调用 join() 会怎样？立刻返回。
# 常见误解：在启动的循环里就 join，结果奇怪怎么没有同时进行。
# 锁与数据：没有共享数据。
# 接着改：把 thread.join() 紧跟在 thread.start() 后面：要 0.6 秒。然后看 target_called。
# """
# params.COOKS = { min = 1, max = 5 }
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "All three dishes are cooking. Which is ready first?"
# ask.zh = "三道菜都在做。哪一道最先做好？"
# at = { event = "output", text = "all dishes" }
# until = { event = "output", text = "ready" }
# options = ["soup", "rice", "fish"]
# because.en = """\
#   Fish was started last, but it takes only 0.1 s. Threads end in \
#   their own time."""
# because.zh = """\
#   fish 虽然最后启动，但只要 0.1 秒。线程按自己的快慢结束。"""
#
# [[tool.raddle.predict]]
# kind = "time"
# ask.en = """\
#   0.3, 0.2 and 0.1 s: after how many seconds is dinner served?"""
# ask.zh = "0.3、0.2、0.1 秒：几秒之后可以开饭？"
# at = { event = "blocked", thread = "MainThread" }
# until = { event = "output", text = "dinner" }
# options = ["0.6", "0.1", "0.3"]
# because.en = """\
#   They cook at the same time, so the slowest decides: 0.3 s."""
# because.zh = "几道菜同时在做，所以由最慢的那道决定：0.3 秒。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Main makes three thread objects, one per dish. None of \
#   them runs yet."""
# say.zh = """\
#   主线程创建三个线程对象，每道菜一个。这时它们都还没有运行。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   start() makes soup ready to run. It prints its line and \
#   sleeps 0.3 seconds."""
# say.zh = "start() 让 soup 就绪。它打印一行，然后睡眠 0.3 秒。"
# step = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Main does not wait: it starts the other two. Three \
#   dishes cook at once."""
# say.zh = "主线程不等它，接着启动另外两个。三道菜同时在做。"
# play = 10
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   join() is the wait: main is blocked until soup has \
#   finished."""
# say.zh = "join() 才是等待：soup 结束之前，主线程一直阻塞。"
# play = "blocking"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Sleeping takes no processor. Fish sleeps the shortest \
#   and is ready first."""
# say.zh = "睡眠不占用 CPU。fish 睡得最短，最先做好。"
# play = 15
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Then rice, then soup: threads finish in their own order, \
#   not as they were started."""
# say.zh = """\
#   然后是 rice，最后是 soup：线程按自己的快慢结束，与启动的\
#   先后无关。"""
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The other joins return at once: what has finished need \
#   not be waited for."""
# say.zh = "后面的 join() 立刻返回：已经结束的线程不用再等。"
# play = "end"
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Three dishes in 0.3 seconds instead of 0.6: start all, \
#   then join all."""
# say.zh = """\
#   三道菜只用了 0.3 秒，而不是 0.6 秒：先全部启动，再逐个等\
#   待。"""
# wait = 5
# ///
