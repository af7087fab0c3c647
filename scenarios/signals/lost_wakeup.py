import threading
import time

bell = threading.Condition()


def cook():
    print("the cook puts a dish out")
    with bell:
        #: Wakes whoever waits now; if nobody waits, nothing is
        #: left of it.
        #: zh: 唤醒此刻正在等的人；
        #: zh: 没有人等，这一声什么也不留下。
        bell.notify()
    print("the cook rang the bell")


def serve():
    print("the waiter lays a table")
    time.sleep(0.1)
    with bell:
        #: Waits for a ring that comes from now on.
        #: zh: 从现在起等铃声，之前响过的不算。
        bell.wait()
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
# title.en = "The bell rang before anybody waited"
# title.zh = "错过的铃声"
# concept.en = "Lost wake-up"
# concept.zh = "唤醒丢失"
# chapter = "signals"
# goal.en = """\
#   The cook rings when a dish is out; the waiter waits for \
#   the bell. What if he begins to wait a moment after it \
#   rang?"""
# goal.zh = """\
#   厨师出菜就按铃，服务员等铃声。如果铃响之后他才开始等，会怎\
#   样？"""
# summary.en = """\
#   The cook rings once with notify(). The waiter is still \
#   laying a table, comes a moment later, and waits for a bell \
#   that has rung already: a lost wake-up."""
# summary.zh = """\
#   厨师用 notify() 按了一次铃。服务员还在摆桌子，晚来一步，等\
#   的是已经响过的铃：唤醒丢失了。"""
# watch.en = """\
#   The waiting room of the bell at the moment of notify(): it \
#   is empty, so the ring wakes nobody and leaves nothing \
#   behind. Then go back and let the waiter be there first."""
# watch.zh = """\
#   看 notify() 那一刻铃的等待区：里面没有人，这一声谁也没唤\
#   醒，也什么都没留下。再倒回去，让服务员先到。"""
# lesson.en = """\
#   This time the waiter was there first; a ring is not kept."""
# lesson.zh = """\
#   这次服务员先到了；可是铃响过就过了，条件变量什么也不记。"""
# concepts = ["C171"]
# expect = ["stuck", "finished"]
# fixed_by = "wakeup_remembered"
# races = []
# needs = ["event"]
# challenge.en = """\
#   Ring the bell for nobody: let the cook be done before the \
#   waiter begins to wait."""
# challenge.zh = """\
#   让铃白响一次：在服务员开始等待之前，让厨师先把铃按完。"""
# challenge.end = "stuck"
# notes.en = """
# Purpose: A condition is no mailbox: notify() wakes whoever waits at this moment, and nothing of it is kept.
# Ask the class: Where is the ring kept until somebody waits? Nowhere. Would a shorter way to lay the table help? It makes the fault rarer, not impossible.
# What people get wrong: They take a condition for an event or a semaphore. set() and release() leave a trace, notify() does not.
# Lock and data: The bell's own lock guards nothing here, and that is the fault: no variable says that there is a dish.
# Change next: Remove the sleep and run it a hundred times; then read wakeup_remembered, where three lines with a variable make the difference.
# """
# notes.zh = """
# 目的：条件变量不是信箱。notify() 只唤醒此刻正在等待的线程，之后什么也不留。
# 提问：没有人等的时候，这一声铃存在哪里？哪里也没存。桌子摆得快一点行不行？出错的机会少一些，但错误还在。
# 常见误解：把条件变量当成事件或信号量。set() 和 release() 会留下痕迹，notify() 不会。
# 锁与数据：铃自带的锁在这里什么也没保护，毛病就在这里：没有一个变量记录“菜好了”。
# 接着改：去掉 sleep，跑一百次看看；再读 wakeup_remembered，那里只多了几行，用一个变量记住事实。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   The cook rings, nobody waits yet. Where is the ring kept?"""
# ask.zh = "厨师按铃，还没有人在等。这一声铃存在哪里？"
# because.en = """\
#   Nobody was in the waiting room: notify() woke nobody and \
#   left nothing behind."""
# because.zh = """\
#   等待区里没有人：notify() 谁也没唤醒，什么也没留下。"""
# at = { event = "notified-nobody", of = "bell" }
# until = { event = "notified-nobody", of = "bell" }
# options = [
#     { en = "in the condition, until somebody waits", zh = "存在条件变量里，等人来取" },
#     { en = "in the lock, as a flag", zh = "存在锁里，相当于一个标志" },
#     { en = "nowhere", zh = "哪里也没存" },
# ]
# right = 3
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = "The waiter comes to the bell. How does it end?"
# ask.zh = "服务员走到铃旁边开始等。最后会怎样？"
# because.en = """\
#   The only ring was before he waited. Nobody will ring \
#   again, so he waits for ever: stuck."""
# because.zh = """\
#   唯一的一次铃响在他等待之前。不会再有人按铃，他只能永远等下\
#   去：卡住了。"""
# at = { event = "acquired", thread = "waiter", of = "bell.lock" }
#
# [[tool.raddle.tour]]
# say.en = """\
#   A cook, a waiter, and a bell between them: a condition."""
# say.zh = "一个厨师，一个服务员，中间有一只铃：条件变量。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The waiter is still laying a table."
# say.zh = "服务员还在摆桌子。"
# play = 4
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The cook has put a dish out and is about to ring. The \
#   waiting room is empty."""
# say.zh = "厨师出了菜，正要按铃。等待区里没有人。"
# play = 7
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   notify() with nobody there: no thread is woken, and \
#   nothing is kept."""
# say.zh = "notify() 时没有人在等：谁也没被唤醒，什么也没留下。"
# step = 1
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Only now does the waiter come to the bell …"
# say.zh = "服务员这才走到铃旁边……"
# play = 15
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   … and waits for what is over. Nobody will ring again: \
#   stuck."""
# say.zh = "……等一件已经过去的事。不会再有人按铃：卡住了。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Go back, and let the waiter be first at the bell."
# say.zh = "倒回去，让服务员先到铃旁边。"
# go_to = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Now he is in the waiting room when the bell rings."
# say.zh = "这一次，铃响之前他已经在等待区里了。"
# run = "waiter"
# times = 3
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same program ends well: a wake-up is lost only if it \
#   comes before the wait."""
# say.zh = "同一个程序，好好地结束了：唤醒早于等待时，才会丢失。"
# play = "end"
# wait = 5
# ///
