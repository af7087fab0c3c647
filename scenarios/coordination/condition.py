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
print(f"{rolls} rolls are left")

# /// script
# [tool.raddle]
# title.en = "Who gets the fresh roll?"
# title.zh = "等新出炉的面包"
# chapter = "coordination"
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
# params = { EATERS = { value = 2, min = 1, max = 5 } }
# ///
