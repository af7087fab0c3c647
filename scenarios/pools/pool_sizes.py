import queue
import threading
import time

ORDERS = 9
CORE = 2
RAIL = 3
EXTRA = 2
KEEP_ALIVE = 2

cooks = 0
staff = threading.Lock()
rail = queue.Queue(RAIL)


def cook(order, patience):
    global cooks
    while order is not None:
        time.sleep(1)
        print(f"{order} is ready")
        try:
            order = rail.get(timeout=patience)
        except queue.Empty:
            #: An extra cook was idle for KEEP_ALIVE seconds.
            #: zh: 临时厨师闲了 KEEP_ALIVE 秒。
            order = None
    with staff:
        cooks = cooks - 1
    print("an extra cook goes home")


def hire(kind, order, patience):
    global cooks
    cooks = cooks + 1
    name = f"{kind}-{cooks}"
    print(f"{order} is for {name}")
    threading.Thread(
        target=cook, name=name, args=(order, patience),
        daemon=True,
    ).start()


def take(order):
    #: Four doors, in this order. An extra cook comes only when
    #: the rail is full.
    #: zh: 四道门，按这个次序试。
    #: zh: 挂单架满了，才会请临时厨师。
    with staff:
        if cooks < CORE:
            hire("core", order, None)
        elif not rail.full():
            rail.put(order)
            print(f"{order} is on the rail")
        elif cooks < CORE + EXTRA:
            hire("extra", order, KEEP_ALIVE)
        else:
            print(f"{order} is refused")


for number in range(1, ORDERS + 1):
    take(f"order-{number}")
    time.sleep(0.1)
time.sleep(5)
with staff:
    print(f"{cooks} cooks are left")

# /// script
# [tool.raddle]
# title.en = "Core, queue, extra, no"
# title.zh = "任务来了：核心、队列、临时工、拒绝"
# concept.en = "Pool sizes"
# concept.zh = "线程池大小"
# chapter = "pools"
# goal.en = """\
#   Two core cooks, a rail for three orders, two extra cooks. \
#   Nine orders come. Where does each of them go?"""
# goal.zh = """\
#   两个核心厨师，挂单架能挂三单，还能请两个临时厨师。来了九\
#   单，每一单去哪里？"""
# summary.en = """\
#   Each order tries four doors: a core cook, the rail, an \
#   extra cook, refusal. Extra cooks go home when they have \
#   been idle for a while."""
# summary.zh = """\
#   每一单依次试四道门：核心厨师、挂单架、临时厨师、拒绝。临时\
#   厨师闲够一会儿就回家。"""
# watch.en = """\
#   The rail fills before an extra cook is hired, so order-6 is \
#   begun before order-3. Later the extra threads end, the core \
#   threads stay."""
# watch.zh = """\
#   挂单架先满，才请临时厨师，所以 order-6 比 order-3 更早开始\
#   做。之后临时厨师的线程结束，核心的留下。"""
# lesson.en = """\
#   Core, rail, extra, no: in this order, and the core stays."""
# lesson.zh = """\
#   核心、挂单架、临时、拒绝：按这个次序来，核心的一直在。"""
# concepts = ["C218", "C219", "C220", "C221", "C222"]
# panes = ["pool", "stats"]
# expect = ["finished"]
# races = []
# needs = ["queue"]
# check_with = { ORDERS = 4 }
# guards = { staff = ["cooks"] }
# params.ORDERS = { min = 1, max = 12 }
# params.CORE = { min = 1, max = 3 }
# params.RAIL = { min = 1, max = 5 }
# params.EXTRA = { min = 0, max = 3 }
# params.KEEP_ALIVE = { min = 1, max = 3 }
# notes.en = """
# Purpose: The rules by which Java's ThreadPoolExecutor admits a task: core thread, else queue, else extra thread, else the handler.
# Ask the class: Who takes order-6? An extra cook, for the rail is full. How many cooks are there in the end? Two: the extra ones went home.
# What people get wrong: They expect extra cooks before the rail. Then the rail would only fill when all cooks are at work; it is the other way round.
# Lock and data: staff guards cooks: hiring and going home both change the number. The rail guards itself.
# Change next: EXTRA = 0: more is refused. RAIL = 5: no extra cook is ever hired for seven orders. Which sizes refuse nothing?
# """
# notes.zh = """
# 目的：Java 的 ThreadPoolExecutor 接收任务的规则：先核心线程，再队列，再临时线程，最后交给拒绝策略。
# 提问：order-6 归谁？归临时厨师，因为挂单架满了。最后有几个厨师？两个，临时的都回家了。
# 常见误解：以为先请临时厨师，再往架上挂。其实正好相反，架子挂满了才请人。
# 锁与数据：staff 保护 cooks，请人和回家都要改这个数。挂单架自己保护自己。
# 接着改：EXTRA = 0，拒绝得更多。RAIL = 5，七单以内一个临时厨师也不请。怎样的大小一单也不拒绝？
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   Both core cooks are at work, three orders hang. Who takes \
#   order-6?"""
# ask.zh = "核心厨师都在忙，架上挂了三单。order-6 归谁？"
# because.en = """\
#   The rail is full: now, and only now, an extra cook is \
#   hired."""
# because.zh = "挂单架满了，这时才请临时厨师。"
# at = { event = "output", text = "order-6" }
# until = { event = "output", text = "order-6" }
# options = [
#     { en = "nobody, it is refused", zh = "没人，被拒绝" },
#     { en = "an extra cook", zh = "临时厨师" },
#     { en = "a core cook, as soon as one is free", zh = "核心厨师，一有空就做" },
# ]
# right = 2
#
# [[tool.raddle.predict]]
# kind = "value"
# ask.en = """\
#   Five seconds after the last order: how many cooks are \
#   there?"""
# ask.zh = "最后一单过去五秒后，还有几个厨师？"
# because.en = """\
#   The extra cooks were idle for KEEP_ALIVE seconds and went \
#   home; the core stays."""
# because.zh = "临时厨师闲了 KEEP_ALIVE 秒就回家了，核心的留下。"
# of = "cooks"
# at = { event = "output", text = "order-5 is ready" }
# until = { event = "output", text = "cooks are left" }
# options = ["0", "4", "2"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   A kitchen with four doors for an order: core cook, rail, \
#   extra cook, refusal."""
# say.zh = """\
#   一单进厨房有四道门：核心厨师、挂单架、临时厨师、拒绝。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The first two orders are for the core cooks."
# say.zh = "前两单归核心厨师。"
# play = 18
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 7
#
# [[tool.raddle.tour]]
# say.en = """\
#   The next three hang on the rail, although no extra cook \
#   has been hired."""
# say.zh = "接下来三单挂上架子，一个临时厨师也没请。"
# play = 42
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The rail is full: now an extra cook for order-6, another \
#   for order-7."""
# say.zh = """\
#   架子满了：这才为 order-6 请一个临时厨师，为 order-7 再请一\
#   个。"""
# play = 68
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Order-8 and order-9 find all four doors shut: refused."""
# say.zh = "order-8 和 order-9 四道门都不开：被拒绝。"
# play = 84
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Whoever is free takes from the rail. order-3 waited longer \
#   than order-6."""
# say.zh = "谁有空谁从架上取单。order-3 反而比 order-6 等得久。"
# play = 98
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The extra cooks were idle too long, and go home."
# say.zh = "临时厨师闲得太久，回家了。"
# play = 124
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two are left: the core stays, even with nothing to do."""
# say.zh = "剩下两个：核心厨师没事做也一直在。"
# play = "end"
# wait = 5
# ///
