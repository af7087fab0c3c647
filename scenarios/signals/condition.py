import threading
import time

EATERS = 2

rolls = 0
fresh = threading.Condition()


def eat(name):
    global rolls
    with fresh:
        #: Looks again after each wake-up: is there a roll for me?
        #: zh: 每次被唤醒都要再检查一遍：有我的面包吗？
        while rolls == 0:
            #: Gives the lock back, blocks, and takes the lock again.
            #: zh: 释放锁并等待；被唤醒后重新获取锁。
            fresh.wait()
        rolls = rolls - 1
        print(f"{name} eats a roll")


def bake():
    global rolls
    for _ in range(EATERS):
        time.sleep(0.2)
        with fresh:
            rolls = rolls + 1
            print("a fresh roll!")
            #: Wakes everybody. They go on when the lock is free.
            #: zh: 叫醒所有等待者；等锁空出来，它们才能继续。
            fresh.notify_all()


threads = [threading.Thread(target=bake, name="baker")]
for number in range(1, EATERS + 1):
    name = f"eater-{number}"
    threads.append(
        threading.Thread(target=eat, name=name, args=(name,))
    )
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"rolls left: {rolls}")

# /// script
# [tool.raddle]
# title.en = "Who gets the fresh roll?"
# title.zh = "等新出炉的面包"
# chapter = "signals"
# goal.en = """\
#   Each fresh roll wakes everybody, but only one of them gets \
#   it. What do the others do?"""
# goal.zh = """\
#   每个新面包都会唤醒所有人，但只有一个人拿得到。\
#   其他人怎么办？"""
# summary.en = """\
#   A condition blocks threads until something has become true. \
#   The baker bakes one roll at a time and wakes everybody; only one \
#   finds the roll, the others look again and are blocked again."""
# summary.zh = """\
#   条件变量让线程等到某个条件成立。面包师每次烤一个面包，\
#   叫醒所有等待的人；只有一个人拿得到，\
#   其他人再看一眼，接着等。"""
# watch.en = """\
#   wait() gives the lock back and goes to the waiting room. After \
#   notify_all() all want the lock again, one after the other. \
#   This is why there is a while and not an if."""
# watch.zh = """\
#   wait() 先释放锁，再进等待区。notify_all() 之后，\
#   大家要一个接一个地重新获取锁。\
#   所以这里要用 while，不能用 if。"""
# lesson.en = """\
#   Woken is not yet served: look again, so while and not if."""
# lesson.zh = "被唤醒不等于拿到了：要再看一眼，所以用 while。"
# concepts = ["C171", "C186"]
# expect = ["finished"]
# races = []
# needs = ["wakeup_remembered"]
# guards = { fresh = ["rolls"] }
# notes.en = """
# Purpose: A condition lets threads wait until something is true, and gives the lock back while they wait.
# Ask the class: Who holds the lock right after notify_all()? The baker still; the woken ones queue for it. What does the second eater do? Looks again, finds 0, waits on.
# What people get wrong: They read wait() as one step. It is three: give the lock back and wait, be woken, take the lock again. Between the last two others may come.
# Lock and data: The lock inside fresh guards rolls: it is read and written only inside with fresh.
# Change next: Replace while by if: the scenario if_for_while. EATERS to 5: how many wake-ups are in vain?
# """
# notes.zh = """
# 目的：条件变量让线程等到某个条件成立，等待期间把锁让出来。
# 提问：notify_all() 之后锁在谁手里？还在师傅手里，醒来的人要排队拿锁。第二个人怎么办？再看一眼，是 0，接着等。
# 常见误解：以为 wait() 是一步。其实是三步：让出锁去等待，被唤醒，重新拿锁。后两步之间别人可能抢先。
# 锁与数据：fresh 里的锁保护 rolls，读写都在 with fresh 里面。
# 接着改：把 while 换成 if：就是场景 if_for_while。EATERS 改成 5：有多少次是白白醒来的？
# """
# params = { EATERS = { value = 2, min = 1, max = 5 } }
#
# [tool.raddle.concept]
# en = "Condition"
# zh = "条件变量"
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "notify_all() wakes both. Who holds the lock then?"
# ask.zh = "notify_all() 唤醒两个人。这时锁在谁手里？"
# because.en = """\
#   Woken is not yet past wait(): the baker gives the lock back \
#   only at the end of its block."""
# because.zh = "醒了还不能走：师傅要到 with 代码块结束才释放锁。"
# at = { event = "notified", of = "fresh" }
# until = { event = "notified", of = "fresh" }
# options = [
#     { en = "eater-1", zh = "eater-1" },
#     { en = "both eaters", zh = "两个人都有" },
#     { en = "the baker", zh = "师傅（baker）" },
# ]
# right = 3
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "Both are awake, there is one roll. Who gets it?"
# ask.zh = "两个人都醒了，面包只有一个。谁拿到？"
# because.en = "eater-1 took the lock first and found rolls at 1."
# because.zh = "eater-1 先拿到锁，看到 rolls 是 1。"
# at = { event = "released", thread = "baker", of = "fresh.lock" }
# until = { event = "output", text = "eats a roll" }
# options = ["baker", "eater-1", "eater-2"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two eaters want rolls, one baker bakes. A condition \
#   always belongs to a lock."""
# say.zh = """\
#   两个人等面包，一个师傅烤面包。条件变量总是配着一把锁。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The first eater takes the lock and looks: there are 0 \
#   rolls."""
# say.zh = "第一个人拿到锁，看了一眼：面包数是 0。"
# play = 6
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   wait() gives the lock back and blocks, both in one step. \
#   Else nobody could bake."""
# say.zh = "wait() 释放锁并阻塞，一步完成。不然谁也没法放面包。"
# step = 1
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The second does the same."
# say.zh = "第二个人也一样。"
# play = 11
# wait = 2
#
# [[tool.raddle.tour]]
# speed = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The baker takes the lock, puts down one roll and wakes \
#   everybody."""
# say.zh = "师傅拿到锁，放上一个面包，叫醒所有人。"
# play = 18
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Woken, but not yet past wait(): each needs the lock again, and \
#   the baker has it."""
# say.zh = """\
#   醒了还不能走：每个人都要重新拿到锁，而锁在师傅手里。"""
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "One is quicker, takes the lock and eats the roll."
# say.zh = "手快的那个拿到锁，吃掉了面包。"
# play = 28
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The other looks again: 0 rolls, and waits on. That is \
#   why it is while, not if."""
# say.zh = """\
#   另一个再看：面包又是 0，只好继续等。所以要用 while，不能\
#   用 if。"""
# play = 31
# wait = 5
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = "The next roll is for the one who had none."
# say.zh = "下一个面包，归还没吃到的人。"
# play = "end"
# wait = 5
# ///
