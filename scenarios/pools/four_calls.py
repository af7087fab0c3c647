import threading
import time
from concurrent.futures import ThreadPoolExecutor

CALL = "hold"

phone = threading.Event()
pages = 0


def look_for_book():
    time.sleep(0.35)
    return "your book is here"


def read_a_page():
    global pages
    time.sleep(0.1)
    pages = pages + 1


def ring(call):
    #: The shop's own thread rings: it has the answer.
    #: zh: 打来电话的是书店的线程：答案在它那里。
    print(f"the shop: {call.result()}")
    phone.set()


shop = ThreadPoolExecutor(1, "shop")
call = shop.submit(look_for_book)
if CALL == "hold":
    #: Holds the line: nothing else can be done meanwhile.
    #: zh: 拿着电话等：这段时间什么也做不了。
    print(f"the shop: {call.result()}")
elif CALL == "poll":
    #: Reads, and asks again after each page.
    #: zh: 边看书边问：每看一页，问一次。
    while not call.done():
        read_a_page()
    print(f"the shop: {call.result()}")
else:
    call.add_done_callback(ring)
    if CALL == "call_back":
        for _ in range(5):
            read_a_page()
    #: Has hung up; now sits beside the phone until it rings.
    #: zh: 电话已经挂了；这时坐在旁边，等它响。
    phone.wait()
shop.shutdown()
print(f"{pages} pages were read")

# /// script
# [tool.raddle]
# title.en = "Four phone calls to the bookshop"
# title.zh = "给书店打电话的四种方式"
# concept.en = "Blocking and asynchronous"
# concept.zh = "阻塞与异步"
# chapter = "pools"
# goal.en = """\
#   The shop has to look whether the book has come. What does the \
#   reader do until the answer is there?"""
# goal.zh = """\
#   书到了没有？书店要去找一找。答案来之前，读者在做什么？"""
# summary.en = """\
#   Hold the line; ask again and again; hang up and sit by the \
#   phone; hang up, read, and be called back. Who waits is one \
#   question, who brings the answer another."""
# summary.zh = """\
#   拿着电话等；隔一会儿问一次；挂了坐在电话旁；挂了看书，等回电。\
#   等不等是一回事，谁来送答案是另一回事。"""
# watch.en = """\
#   The row of MainThread from the call to the answer: blocked, \
#   or at work. Set CALL and compare the four."""
# watch.zh = """\
#   看 MainThread 那一行，从打电话到有答案：是阻塞，还是在做事。\
#   改变 CALL，比较四种。"""
# lesson.en = "Blocking says who waits; asynchronous, who brings it."
# lesson.zh = "阻塞说的是等不等，异步说的是答案由谁送来。"
# concepts = ["C023", "C024", "C025", "C026", "C027", "C028", "C029", "C030"]
# panes = ["pool"]
# expect = ["finished"]
# races = []
# needs = ["submit_or_wait"]
# params.CALL = { choices = ["hold", "poll", "hang_up_and_wait", "call_back"] }
# notes.en = """
# Purpose: Two words that are often mixed up. Synchronous or asynchronous: does the caller fetch the answer, or is it brought? Blocking or not: can the caller do anything meanwhile?
# Ask the class: Which of the four reads most pages? call_back reads five and is told at once. In which thread does ring() run? In the shop's, not in main.
# What people get wrong: "Asynchronous is faster." The shop takes 0.35 s each time; only what the reader does meanwhile differs.
# Lock and data: None: pages belongs to main alone, the future and the event hand things over.
# Change next: With poll, how late can the answer be noticed? By one page. Make pages longer.
# """
# notes.zh = """
# 目的：常被混为一谈的两个词。同步还是异步：答案是自己去取，还是别人送来？阻塞还是非阻塞：这段时间能不能做别的事？
# 提问：四种里哪一种看的页数最多？call_back，看了五页，而且一有答案就知道。ring() 在哪个线程里运行？书店的线程，不是主线程。
# 常见误解：“异步更快”。书店每次都要 0.35 秒，不同的只是读者在这段时间做了什么。
# 锁与数据：没有锁。pages 只归主线程用，Future 对象和事件负责交接。
# 接着改：轮询时，答案最多会晚多久才知道？一页的时间。把每页变长试试。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   CALL is hold, and the shop is looking. What kind of call is \
#   this?"""
# ask.zh = "CALL 是 hold，书店正在找。这是什么样的调用？"
# because.en = """\
#   Main waits (blocking), and fetches the answer itself \
#   (synchronous)."""
# because.zh = "主线程在等（阻塞），答案由它自己取（同步）。"
# at = { event = "slept", thread = "shop_0" }
# until = { event = "unblocked", thread = "MainThread" }
# options = [
#     { en = "synchronous and blocking", zh = "同步、阻塞" },
#     { en = "synchronous, not blocking", zh = "同步、非阻塞" },
#     { en = "asynchronous and blocking", zh = "异步、阻塞" },
# ]
# right = 1
#
# [[tool.raddle.predict]]
# kind = "output"
# ask.en = """\
#   The book is here. How many pages were read meanwhile?"""
# ask.zh = "书到了。这段时间看了几页？"
# because.en = """\
#   Whoever holds the line does nothing else until the answer \
#   comes."""
# because.zh = "拿着电话等的人，在答案到来之前什么也做不了。"
# at = { event = "unblocked", thread = "MainThread" }
# until = { event = "output", text = "pages" }
# options = ["0 pages were read", "3 pages were read", "5 pages were read"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   A reader calls the bookshop: has my book come? The shop has a \
#   thread of its own."""
# say.zh = "读者打电话问书店：我的书到了吗？书店有自己的线程。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The shop begins to look. That takes 0.35 s."
# say.zh = "书店开始找，要 0.35 秒。"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The reader holds the line: blocked, and not one page is read."""
# say.zh = "读者拿着电话等：阻塞了，一页书也没看。"
# play = 6
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The answer is there, and the reader goes on."
# say.zh = "答案来了，读者继续。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "No page was read. That is synchronous and blocking."
# say.zh = "一页也没看。这就是同步、阻塞。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Now set CALL to poll, hang_up_and_wait and call_back, and watch \
#   the reader's row."""
# say.zh = """\
#   把 CALL 换成 poll、hang_up_and_wait、call_back，看读者那一行。"""
# wait = 6
# ///
