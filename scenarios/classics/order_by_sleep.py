import threading
import time


def sing(part, pause):
    #: Sleeps at least this long. Who goes first afterwards,
    #: no line says.
    #: zh: 至少睡这么久。醒来之后谁先唱，哪里也没有规定。
    time.sleep(pause)
    print(part)


names = ["ann", "ben", "cai"]
singers = []
for number, name in enumerate(names):
    args = ("ABC"[number], (number + 1) / 10)
    singers.append(
        threading.Thread(target=sing, name=name, args=args)
    )
for singer in singers:
    singer.start()
for singer in singers:
    singer.join()
print("the song is over")

# /// script
# [tool.raddle]
# title.en = "Order by sleeping"
# title.zh = "用 sleep 控制顺序"
# concept.en = "Order by sleep"
# concept.zh = "靠 sleep 排序"
# chapter = "classics"
# goal.en = """\
#   Each singer sleeps a little longer than the one before: A, \
#   B, C. It has always worked. Must it?"""
# goal.zh = """\
#   三个歌手一个比一个睡得久，好让 A、B、C 按顺序唱。一直都没\
#   出错。一定不会错吗？"""
# summary.en = """\
#   sleep() says how long at least, not who goes first \
#   afterwards. Under another order of the threads the parts \
#   come in any of six orders."""
# summary.zh = """\
#   sleep() 只保证至少睡多久，不管醒来谁先走。换一种调度序列，\
#   三段就可能以六种次序唱出来。"""
# watch.en = """\
#   All three sleep, then all three are ready one after the \
#   other. Nothing in the program lets Ben wait for Ann."""
# watch.zh = """\
#   三个都睡了，又一个个醒来。程序里没有一行让 ben 等 ann。"""
# lesson.en = """\
#   In order this time? No line of the program asked for it."""
# lesson.zh = "这次顺序对了？程序里可没有一行规定过。"
# concepts = ["C142"]
# expect = ["finished"]
# panes = ["state_map"]
# prints = "A\nB\nC\n"
# fixed_by = "print_in_order"
# races = []
# needs = ["how_many_orders"]
# notes.en = """
# Purpose: A pause is no order. What a test never shows may still happen, on a slow machine or under load.
# Ask the class: How many orders are possible? Six. Would longer sleeps help? They make the wrong orders rarer, and the program slower.
# What people get wrong: They think that a thread that sleeps longer must be later. It may be held up after it has slept, and so may the others.
# Lock and data: None. What is missing is not exclusion but order.
# Change next: Run it a hundred times under random schedules and count the orders; then print_in_order, which needs no sleep at all.
# """
# notes.zh = """
# 目的：停一下不等于排了顺序。测试里从没见过的事，机器慢了、忙了就会发生。
# 提问：一共可能有几种次序？六种。睡久一点行吗？错的次序更少见了，程序也更慢了。
# 常见误解：以为睡得久的一定在后面。其实睡醒之后还可能被耽误，谁都可能。
# 锁与数据：没有。这里缺的不是互斥，是先后次序。
# 接着改：用随机调度跑一百次，数一数各种次序；再看 print_in_order，它一次也不用 sleep。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "In how many orders can A, B and C be printed?"
# ask.zh = "A、B、C 可能以几种次序输出？"
# because.en = """\
#   No line lets one singer wait for another, so each order of \
#   the three is possible."""
# because.zh = "没有一行让谁等谁，所以三段怎么排都可能。"
# at = "start"
# options = [
#     { en = "one: A B C", zh = "一种：A B C" },
#     { en = "three, for A is always first", zh = "三种，A 总在最前" },
#     { en = "six", zh = "六种" },
# ]
# right = 3
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   A, B, C came in order. Would longer sleeps make it safe?"""
# ask.zh = "A、B、C 按顺序出来了。睡久一点就保险了吗？"
# because.en = """\
#   Longer sleeps make the other orders rarer, not impossible."""
# because.zh = "睡得久，别的次序只是更少见，并不是不可能。"
# at = { event = "output", text = "the song is over" }
# options = [
#     { en = "yes, with a second or more", zh = "是，睡一秒以上就行" },
#     { en = "no, only slower, and faults rarer", zh = "不，只是更慢，出错更少见" },
#     { en = "yes, if the machine is quick", zh = "是，只要机器够快" },
# ]
# right = 2
#
# [[tool.raddle.tour]]
# say.en = """\
#   Three singers, three parts. Each sleeps a little longer \
#   than the one before."""
# say.zh = "三个歌手，三段歌词。一个比一个睡得久。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "All three sleep."
# say.zh = "三个都睡了。"
# play = 8
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Ann wakes first and sings A."
# say.zh = "ann 先醒，唱 A。"
# play = 10
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Then B, then C. It has always worked, says the author."""
# say.zh = "接着是 B、C。作者说：一直都没出过错。"
# play = 20
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Go back: Ann has woken, and the machine lets her wait a \
#   little."""
# say.zh = "倒回去：ann 醒了，可机器让她多等一会儿。"
# go_to = 9
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Cai goes first: C before A."
# say.zh = "cai 先走：C 在 A 前面。"
# run = "cai"
# times = 2
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Then Ben: B before A."
# say.zh = "再是 ben：B 也在 A 前面。"
# run = "ben"
# times = 2
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   C B A: no line forbids it. Whoever wants an order must make \
#   one wait for another."""
# say.zh = "C B A：没有一行禁止它。要有先后，就得让一个等另一个。"
# play = "end"
# wait = 5
# ///
