import threading
import time

dishes = 0
bell = threading.Condition()


def cook():
    global dishes
    print("the cook puts a dish out")
    with bell:
        #: First the fact, then the bell, both under one lock.
        #: zh: 先记下事实，再按铃，都在同一把锁里。
        dishes = dishes + 1
        bell.notify()
    print("the cook rang the bell")


def serve():
    global dishes
    print("the waiter lays a table")
    time.sleep(0.1)
    with bell:
        #: Looks first: whoever is late sees the dish and does not
        #: wait. Whoever was woken looks again.
        #: zh: 先看一眼：来晚的人看得到菜，不必等；
        #: zh: 被唤醒的人也要再看一遍。
        while dishes == 0:
            bell.wait()
        dishes = dishes - 1
    print("the waiter serves the dish")


waiter = threading.Thread(target=serve, name="waiter")
chef = threading.Thread(target=cook, name="cook")
waiter.start()
chef.start()
chef.join()
waiter.join()
print("the guests are happy")

# /// script
# [tool.raddle]
# title.en = "A fact, a bell, and while"
# title.zh = "条件要记在变量里"
# concept.en = "Condition and fact"
# concept.zh = "条件变量与事实"
# chapter = "signals"
# goal.en = """\
#   Beside the bell there is a count of dishes now. What does \
#   it change for a waiter who comes after the bell?"""
# goal.zh = """\
#   现在除了铃，还有一个变量记着菜的份数。铃响之后才来的服务\
#   员，会有什么不同？"""
# summary.en = """\
#   A variable says what is so; the bell only says that it is time \
#   to look. Whoever comes late sees the dish and does not wait; \
#   whoever is woken looks again."""
# summary.zh = """\
#   变量记录事实，铃只提醒“该看一眼了”。来晚的人看到有菜，就不\
#   用等；被唤醒的人要再看一遍。"""
# watch.en = """\
#   dishes is 1 when the waiter comes, although the ring woke \
#   nobody: the loop is not entered, wait() is not called."""
# watch.zh = """\
#   那一声铃谁也没唤醒，但服务员来时 dishes 是 1：循环不进，\
#   wait() 也不调用。"""
# lesson.en = """\
#   The variable remembers, the bell only wakes: test again."""
# lesson.zh = """\
#   记住事实的是变量，铃只管唤醒：先检查，再等待，醒来再检查。"""
# concepts = ["C171", "C186"]
# expect = ["finished"]
# panes = ["guards"]
# races = []
# needs = ["lost_wakeup"]
# guards = { bell = ["dishes"] }
# challenge.en = """\
#   Let the cook ring before the waiter waits, as in \
#   lost_wakeup. Say why it fails to fail."""
# challenge.zh = """\
#   像 lost_wakeup 里那样，让铃响在服务员等待之前，再说说为什\
#   么这次不会出错。"""
# notes.en = """
# Purpose: The pattern of every condition: a lock, a variable under it, and wait() in a while that tests the variable.
# Ask the class: What does the waiter do right after waking? He takes the lock back and tests dishes again. Why is the test made under the lock? Else the cook could ring between the test and the wait.
# What people get wrong: They believe that notify() hands over the dish. It only says: look again.
# Lock and data: The lock inside bell guards dishes: every look and every change is made inside with bell.
# Change next: Replace while by if, then let two waiters wait and call notify_all(): that is the scenario if_for_while.
# """
# notes.zh = """
# 目的：条件变量的标准写法：一把锁，一个受它保护的变量，while 检查变量，里面调用 wait()。
# 提问：服务员醒来后第一件事做什么？重新拿到锁，再检查 dishes。为什么要在锁里检查？否则铃可能正好响在“检查”和“等待”之间。
# 常见误解：以为 notify() 把菜交给了对方。它只是说：再看一眼。
# 锁与数据：bell 里的锁保护 dishes，读和写都在 with bell 里面。
# 接着改：把 while 换成 if，让两个服务员等待并调用 notify_all()：这就是 if_for_while。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   The bell has rung for nobody. What does the waiter do now?"""
# ask.zh = "铃白响了一声。服务员现在会怎么做？"
# because.en = """\
#   He looks before he waits: dishes is 1, so he takes the \
#   dish and never waits."""
# because.zh = "他先看再等：dishes 是 1，直接取菜，根本不用等。"
# at = { event = "acquired", thread = "waiter", of = "bell.lock" }
# until = { event = "read", thread = "waiter", of = "dishes" }
# options = [
#     { en = "waits for the next ring", zh = "等下一次铃响" },
#     { en = "sees the dish, and takes it", zh = "看到有菜，不等就取走" },
#     { en = "waits, and wakes at once", zh = "先等待，马上又醒来" },
# ]
# right = 2
#
# [[tool.raddle.predict]]
# kind = "value"
# ask.en = "What is dishes when all is over?"
# ask.zh = "全部结束时，dishes 是多少？"
# because.en = """\
#   One dish was put out and one taken, both under the lock."""
# because.zh = "出了一份，取走一份，都在锁里完成。"
# of = "dishes"
# at = { event = "wrote", thread = "waiter", of = "dishes" }
# until = { event = "wrote", thread = "waiter", of = "dishes" }
# options = ["1", "0", "-1"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same kitchen and the same bell, and now a count: \
#   dishes."""
# say.zh = "还是这个厨房、这只铃，多了一个计数：dishes。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The cook holds the lock of the bell."
# say.zh = "厨师拿着铃的锁。"
# play = 7
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "First he notes the fact: one dish is there."
# say.zh = "先记下事实：有一份菜了。"
# play = 9
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Then he rings, as before, for nobody. This time it does \
#   not matter."""
# say.zh = "然后按铃，和上次一样没人听见。不过这次没关系。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The waiter comes late, and looks before he waits: dishes \
#   is 1. No reason to wait."""
# say.zh = "服务员来晚了，但等之前先看一眼：dishes 是 1，不用等。"
# play = 18
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "He takes the dish."
# say.zh = "他取走了菜。"
# play = 22
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "And if he comes first? Go back …"
# say.zh = "如果他先到呢？倒回去……"
# go_to = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "… he sees 0, waits, and the ring reaches him."
# say.zh = "……他看到 0，就等着，铃声叫得到他。"
# run = "waiter"
# times = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Right in every order: a fact, a bell, and while."
# say.zh = "不管什么顺序都对：一个事实，一只铃，一个 while。"
# play = "end"
# wait = 5
# ///
