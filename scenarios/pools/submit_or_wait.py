import time
from concurrent.futures import ThreadPoolExecutor

STYLE = "collect"
TASKS = 5
WORKERS = 2


def square(number):
    time.sleep(0.1)
    return number * number


pool = ThreadPoolExecutor(WORKERS)
answers = []
if STYLE == "each":
    for number in range(1, TASKS + 1):
        future = pool.submit(square, number)
        #: Asks and waits: the next task is not in the pool yet.
        #: zh: 交一个等一个：下一个任务还没进线程池。
        answers.append(future.result())
elif STYLE == "collect":
    futures = []
    for number in range(1, TASKS + 1):
        #: Only a receipt comes back; main goes on at once.
        #: zh: 拿到的只是一张凭据，主线程马上接着交。
        futures.append(pool.submit(square, number))
    for future in futures:
        #: Blocks for this one, though another may be ready.
        #: zh: 等的就是这一个，哪怕别的已经算好了。
        answers.append(future.result())
else:
    #: Submits all, then gives the results in order.
    #: zh: 全部提交，再按次序给出结果。
    answers.extend(pool.map(square, range(1, TASKS + 1)))
pool.shutdown()
print(answers)
try:
    pool.submit(square, 9)
except RuntimeError:
    print("the pool is closed")

# /// script
# [tool.raddle]
# title.en = "Ask and wait, or ask and go on"
# title.zh = "交一个等一个，还是先全部提交"
# concept.en = "submit and result"
# concept.zh = "submit 与 result"
# chapter = "pools"
# goal.en = """\
#   Five squares, two workers, a tenth of a second each. When is \
#   main blocked, and for what?"""
# goal.zh = """\
#   五个平方，两个工人，每个要算 0.1 秒。主线程在什么时候阻塞，\
#   等的又是什么？"""
# summary.en = """\
#   submit() gives back a future at once; result() blocks until it \
#   is filled. Whoever asks after each submit keeps one worker \
#   busy and the others idle."""
# summary.zh = """\
#   submit() 立刻返回一个 Future 对象；result() 阻塞到它有了结\
#   果。每交一个就要结果，便只有一个工人有活干。"""
# watch.en = """\
#   The queue of the pool fills while both workers are at it. \
#   Then main goes from future to future, in the order in which \
#   it submitted."""
# watch.zh = """\
#   两个工人干活时，线程池的队列越排越长。之后主线程按提交的次\
#   序，一个一个地取结果。"""
# lesson.en = "submit() asks, result() blocks: first ask for all."
# lesson.zh = "submit() 只是提交，result() 才会阻塞：先全部提交。"
# concepts = ["C024", "C210", "C211", "C214", "C215", "C216"]
# panes = ["pool"]
# expect = ["finished"]
# prints = "[1, 4, 9, 16, 25]"
# races = []
# needs = ["results_by_queue"]
# check_with = { TASKS = 2 }
# params.STYLE = { choices = ["collect", "each", "map"] }
# params.TASKS = { min = 2, max = 8 }
# params.WORKERS = { min = 1, max = 5 }
# notes.en = """
# Purpose: A future is a receipt. Submitting and asking for the result are two acts, and only the second one blocks.
# Ask the class: STYLE = "each": how many of the two workers are ever busy? One. How long does it take? 0.5 s instead of 0.3.
# What people get wrong: "I use a pool, so it is parallel." With result() right behind submit() it is a slow function call.
# Lock and data: None of the program's: number and answers belong to one thread each, the pool's queue and the futures guard themselves.
# Change next: WORKERS = 5: 0.1 s. STYLE = "map" gives the same order. Sleep longer for the first number: who waits then?
# """
# notes.zh = """
# 目的：Future 对象是一张凭据。提交和取结果是两个动作，只有后一个会阻塞。
# 提问：STYLE = "each" 时，两个工人最多有几个在忙？一个。要多久？0.5 秒，而不是 0.3 秒。
# 常见误解：“用了线程池就并行了”。submit() 后面紧跟 result()，就只是一次慢的函数调用。
# 锁与数据：程序自己没有锁。number 和 answers 都只归一个线程用，线程池的队列和 Future 对象自己保护自己。
# 接着改：WORKERS = 5：0.1 秒。STYLE = "map" 的次序一样。让第一个数睡得更久，谁会等？
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   All five are submitted. Main calls result() of the first: \
#   and then?"""
# ask.zh = "五个都交了。主线程对第一个 Future 调用 result()，会怎样？"
# because.en = """\
#   result() blocks until this future is filled. The two workers \
#   go on meanwhile."""
# because.zh = "result() 阻塞到这个 Future 有了结果；两个工人照常干活。"
# at = { event = "put", nth = 5 }
# until = { event = "blocked", thread = "MainThread" }
# options = [
#     { en = "main gets None and goes on", zh = "主线程得到 None，继续走" },
#     { en = "main works off the queue itself", zh = "主线程自己来做队列里的活" },
#     { en = "main is blocked until it is filled", zh = "主线程阻塞到有结果为止" },
# ]
# right = 3
#
# [[tool.raddle.predict]]
# kind = "time"
# ask.en = """\
#   Five tasks of 0.1 s, two workers. When does main have all?"""
# ask.zh = "五个 0.1 秒的任务，两个工人。主线程几秒后拿到全部结果？"
# because.en = """\
#   Three rounds: two, two and one. Results are read in the order \
#   of submitting."""
# because.zh = "三轮：两个、两个、一个。结果按提交的次序读取。"
# at = { event = "blocked", thread = "MainThread", nth = 2 }
# until = { event = "output" }
# options = ["0.1", "0.3", "0.5"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   A pool with two workers, and five squares to be computed."""
# say.zh = "一个线程池，两个工人；要算五个平方。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   submit() puts a task into the pool's queue, and gives a future \
#   back at once."""
# say.zh = "submit() 把任务放进线程池的队列，立刻返回一个 Future。"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Both workers are busy. Main goes on: three more tasks lie in \
#   the queue."""
# say.zh = "两个工人都在忙。主线程接着交：队列里还排着三个。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   result() of the first future: not filled yet, so main is \
#   blocked."""
# say.zh = "对第一个 Future 要结果：还没有，主线程阻塞。"
# play = 13
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   It is filled: main goes on, and the worker takes the next \
#   task."""
# say.zh = "有结果了：主线程继续，工人去取下一个任务。"
# play = 18
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Three rounds, 0.3 s. The results are in the order of \
#   submitting."""
# say.zh = "三轮，0.3 秒。结果按提交的次序排列。"
# play = 50
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   After shutdown() the pool takes no more tasks. Try STYLE = \
#   each: only one worker is ever busy."""
# say.zh = """\
#   shutdown() 之后不再接任务。试试 STYLE = each：总是只有一个工\
#   人在忙。"""
# play = "end"
# wait = 5
# ///
