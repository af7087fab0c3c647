import threading
import time

AGENCIES = 2

NAMES = ["north", "south", "east", "west"]
seats = 1
tickets = []


def sell(agency):
    global seats
    #: The test is true now. Nobody promises for how long.
    #: zh: 这一刻条件成立，可谁也没保证能成立多久。
    if seats > 0:
        #: The clerk writes down the passenger's name.
        #: zh: 售票员正在登记乘客的姓名。
        time.sleep(0.1)
        #: Sells on the strength of a test that is long past.
        #: zh: 凭刚才的检查卖票，而那已经是过去的事了。
        seats = seats - 1
        tickets.append(agency)


agencies = []
for name in NAMES[:AGENCIES]:
    agencies.append(
        threading.Thread(target=sell, name=name, args=(name,))
    )
for agency in agencies:
    agency.start()
for agency in agencies:
    agency.join()
#: There was one seat. How many people hold a ticket for it?
#: zh: 座位只有一个。有几个人手里有票？
print(f"tickets: {len(tickets)}, seats: {seats}")

# /// script
# [tool.raddle]
# title.en = "The last seat"
# title.zh = "最后一个座位"
# chapter = "races"
# concept.en = "Check, then act"
# concept.zh = "先检查后执行"
# goal.en = """\
#   One seat is left on the bus, and two agencies sell. Each looks \
#   before it sells. Who gets the seat?"""
# goal.zh = """\
#   车上只剩一个座位，两家代售点都在卖票，卖之前都会先看一眼。座位\
#   归谁？"""
# summary.en = """\
#   Both agencies see that a seat is left, before either takes it \
#   off the list. Both sell. A passed test stays passed, although \
#   what it tested has changed."""
# summary.zh = """\
#   两家都看到还有座位，然后才去减掉它，于是都卖了出去。检查通过了\
#   就不会再查，哪怕检查的东西早已变了。"""
# watch.en = """\
#   seats: both read 1 before either writes, and each then writes \
#   on the strength of it. There is one ticket more than seats."""
# watch.zh = """\
#   看 seats：两家读到的都是 1，然后各写了一次。卖出的票比座位多一\
#   张。"""
# lesson.en = """\
#   One seat: how many tickets? The test and the sale are two acts."""
# lesson.zh = "座位一个，票有几张？检查和卖出是两个动作。"
# concepts = ["C136"]
# expect = ["finished"]
# prints = "tickets: 1, seats: 0"
# panes = ["memory"]
# races = ["seats"]
# fixed_by = "last_seat_locked"
# needs = ["lost_update"]
# params.AGENCIES = { min = 2, max = 4 }
# challenge.en = """\
#   With four agencies, sell as many tickets as there are agencies. \
#   Then see whether the repaired version can be brought to sell \
#   two."""
# challenge.zh = """\
#   设为四家代售点，让四家都把这个座位卖出去。再试试正确写法，能\
#   不能让它卖出两张。"""
# notes.en = """
# Purpose: a condition that was checked may be false when one acts on it. The hole is between if and the change.
# Ask the class: Would it help to look twice? No, somebody may come in after the second look. – How could it be done without any lock? Give each agency seats of its own: dividing is a good answer, too.
# What people get wrong: "the if protects it". An if says something about the past. Some also hold that the pause is the mistake.
# Lock and data: there is no lock. seats is shared and races; tickets.append() is one act in CPython.
# Change next: AGENCIES = 4, and the challenge. Watch for the end "2 tickets, 0 seats", too: there a lost update hides the second sale.
# """
# notes.zh = """
# 目的：检查过的条件，到执行时可能已经不成立。漏洞就在 if 和修改之间。
# 提问：检查两次行不行？不行，第二次检查之后还是可能有人插进来。——不用锁有没有办法？给每家分好自己的座位：把数据分开，也是好办法。
# 常见误解：“有 if 保护着”。if 说的只是过去的事。也有人以为错在那个停顿。
# 锁与数据：没有锁。seats 是共享的，存在竞态；tickets.append() 在 CPython 里是一步完成的。
# 接着改：AGENCIES = 4，然后做挑战题。还可以找“2 张票、0 个座位”的结局：丢失更新正好掩盖了第二次卖出。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "north has looked and writes the name. Who looks next?"
# ask.zh = "north 看过了，正在登记姓名。接下来谁来看？"
# at = { event = "slept", thread = "north" }
# until = { event = "read", of = "seats" }
# options = ["north", "south", "MainThread"]
# because.en = """\
#   South looks while north still writes. Nothing keeps it from \
#   doing so."""
# because.zh = "north 还在登记，south 就来看了。没有什么能拦住它。"
#
# [[tool.raddle.predict]]
# kind = "output"
# ask.en = "Both have looked. What will main print?"
# ask.zh = "两家都看过了。主线程会打印什么？"
# at = { event = "wrote", of = "seats", thread = "north" }
# until = { event = "output" }
# options = ["tickets: 1, seats: 0", "tickets: 2, seats: -1", "tickets: 2, seats: 0"]
# because.en = """\
#   South's test was true when it was made. It sells without \
#   looking again."""
# because.zh = "south 检查的那一刻条件成立，之后它不再看就卖了。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   The last seat on the bus, and two agencies that sell it: north \
#   and south."""
# say.zh = "车上最后一个座位，两家代售点：north 和 south。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   North looks: one seat. It writes down the passenger's name."""
# say.zh = "north 看了一眼：还有一个座位。它开始登记姓名。"
# play = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Meanwhile south looks, too: still one seat. Its test is true as \
#   well."""
# say.zh = "这时 south 也看了一眼：还是一个座位，条件同样成立。"
# play = 6
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   North sells: 0 seats. South has passed its test and does not \
#   look again."""
# say.zh = "north 卖出：剩 0 个座位。south 已经检查过了，不会再看。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "South sells, too: -1. Two tickets for one seat."
# say.zh = "south 也卖出：-1。一个座位，两张票。"
# play = 15
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Back to before south looked …"
# say.zh = "倒回到 south 查看之前……"
# go_to = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   … and let north finish first. South now finds the bus full."""
# say.zh = "……让 north 先卖完。south 这时看到的就是满员。"
# run = "north"
# times = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Whether it goes well hangs on who comes between test and sale. \
#   f opens the fixed version."""
# say.zh = """\
#   会不会出错，要看检查和卖出之间有没有人插进来。按 f 打开正确的写\
#   法。"""
# play = "end"
# wait = 5
# ///
