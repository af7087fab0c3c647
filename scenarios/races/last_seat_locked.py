import threading
import time

AGENCIES = 2

NAMES = ["north", "south", "east", "west"]
bus = threading.Lock()
seats = 1
tickets = []


def sell(agency):
    global seats
    #: One hold for the test and for what follows from it.
    #: zh: 检查和据此做的事，放在同一段临界区里。
    with bus:
        if seats > 0:
            #: The clerk writes down the passenger's name.
            #: zh: 售票员正在登记乘客的姓名。
            time.sleep(0.1)
            #: What the test said still holds: nobody came in.
            #: zh: 检查的结果仍然成立：谁也没进来过。
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
# title.en = "Test and sale in one hold"
# title.zh = "检查和修改放在同一把锁里"
# chapter = "races"
# concept.en = "Check and act"
# concept.zh = "检查与执行"
# goal.en = """\
#   The same seat, the same agencies. Test and sale are now under \
#   one lock. Who sells?"""
# goal.zh = """\
#   还是那个座位，那两家代售点，检查和卖出放在同一把锁里。谁卖得出\
#   去？"""
# summary.en = """\
#   Whoever has the lock looks and sells before anybody else may \
#   look. The second finds the bus full."""
# summary.zh = """\
#   谁拿到锁，谁就看完并卖完，别人才能看。后来的那家看到的是满员。"""
# watch.en = """\
#   South stands before the lock with no look taken yet. When it \
#   comes to look, the number is the latest one."""
# watch.zh = """\
#   south 停在锁前面，还没有看过。等它能看的时候，看到的一定是最新\
#   的数。"""
# lesson.en = """\
#   One seat, one ticket: under the lock a test stays true."""
# lesson.zh = "一个座位一张票：在锁里检查过的，一直成立。"
# concepts = ["C132", "C136"]
# expect = ["finished"]
# prints = "tickets: 1, seats: 0"
# panes = ["guards"]
# races = []
# needs = ["lock_too_small"]
# guards = { bus = ["seats", "tickets"] }
# params.AGENCIES = { min = 2, max = 4 }
# notes.en = """
# Purpose: what one decides under a lock must be carried out under the same hold.
# Ask the class: Which of the two agencies sells? Either; the lock does not choose. – Why does the clerk write the name inside the lock? So that the seat is kept while it happens; one could also take the seat first and write afterwards.
# What people get wrong: they expect fairness, or think that a lock makes the first to start the first to sell.
# Lock and data: bus guards seats and tickets, from the test to the sale.
# Change next: sell first (seats = seats - 1), write the name after the with. Still right, and the lock is held for a shorter time.
# """
# notes.zh = """
# 目的：在锁里作出的判断，要在同一次持有期间执行完。
# 提问：哪一家能卖出去？都有可能，锁并不挑人。——为什么登记姓名也在锁里？为了登记时座位一直留着；也可以先减座位，再登记。
# 常见误解：以为锁讲公平，或者以为谁先启动谁就先卖。
# 锁与数据：bus 保护 seats 和 tickets，从检查到卖出。
# 接着改：先卖（seats = seats - 1），把登记姓名放到 with 之后。仍然正确，持有锁的时间更短。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "Two agencies want the lock. Which one sells the seat?"
# ask.zh = "两家都要这把锁。哪一家卖出座位？"
# until = { event = "wrote", of = "seats", nth = 2 }
# at = "start"
# options = ["south", "north"]
# because.en = """\
#   Whoever takes the lock first sells. The other looks later and \
#   finds 0."""
# because.zh = "谁先拿到锁谁卖。另一家后看，看到的是 0。"
#
# [[tool.raddle.predict]]
# kind = "value"
# ask.en = """\
#   South gets the lock at last. Which number of seats does it \
#   read?"""
# ask.zh = "south 终于拿到锁。它读到的座位数是多少？"
# of = "seats"
# until = { event = "read", of = "seats", thread = "south" }
# options = ["1", "0", "-1"]
# because.en = """\
#   It looks only after north has sold and left: nothing between \
#   its look and its act can change."""
# because.zh = """\
#   north 卖完离开以后它才看：从它看到它做，中间不会再变。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   One seat, two agencies, and a lock called bus around test and \
#   sale."""
# say.zh = """\
#   一个座位，两家代售点，一把叫 bus 的锁把检查和卖出包在一起。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "North takes the lock and looks: one seat."
# say.zh = "north 获取锁，看了一眼：一个座位。"
# play = 4
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "It writes the name, and keeps the lock."
# say.zh = "它登记姓名，锁一直拿着。"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   South is blocked before it can look: it holds no stale answer."""
# say.zh = "south 还没看就阻塞了：手里没有过期的答案。"
# play = 7
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "North sells: 0 seats, and gives the lock back."
# say.zh = "north 卖出：剩 0 个座位，释放锁。"
# play = 13
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Now south looks, and sees 0. It sells nothing."
# say.zh = "south 这时才看，看到的是 0。它什么也不卖。"
# play = 15
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   One ticket, no seat left. Which agency sells, the order \
#   decides; that only one does, the lock."""
# say.zh = """\
#   一张票，座位卖完。哪家卖出去看先后，只有一家卖得出去靠的是锁。"""
# play = "end"
# wait = 5
# ///
