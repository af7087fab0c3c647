import threading
import time

EATERS = 2

basket = []
fresh = threading.Condition()


def eat(name):
    with fresh:
        #: Looks once: whoever is woken goes on below, without
        #: looking again.
        #: zh: 只看一次：被唤醒之后直接往下走，不再检查。
        if not basket:
            fresh.wait()
        #: Is there really a roll?
        #: zh: 真的还有面包吗？
        roll = basket.pop()
        print(f"{name} eats {roll}")


def bake():
    for number in range(1, EATERS + 1):
        time.sleep(0.2)
        with fresh:
            basket.append(f"roll-{number}")
            print("a fresh roll!")
            #: Wakes everybody, for one roll.
            #: zh: 只有一个面包，却叫醒了所有人。
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
print(f"rolls left: {len(basket)}")

# /// script
# [tool.raddle]
# title.en = "if instead of while"
# title.zh = "该用 while 却用了 if"
# concept.en = "if for while"
# concept.zh = "if 代替 while"
# chapter = "signals"
# goal.en = """\
#   Each roll wakes all who wait, and they test with if, once. \
#   What does the second one find in the basket?"""
# goal.zh = """\
#   每出一个面包就叫醒所有人，而他们用 if 只检查一次。第二个人\
#   会在篮子里找到什么？"""
# summary.en = """\
#   The bakery again, with if for while: two eaters are woken \
#   for one roll. The first takes it; the second goes on \
#   without looking and takes from an empty basket."""
# summary.zh = """\
#   还是那家面包房，只是 while 写成了 if：一个面包叫醒了两个\
#   人。先醒的拿走了，后醒的不再看，就去空篮子里拿。"""
# watch.en = """\
#   Both leave the waiting room, but only one can have the \
#   lock. When the second one gets it, the basket is empty \
#   again, and nothing makes him look."""
# watch.zh = """\
#   两个人都离开了等待区，但锁只有一把。等第二个人拿到锁，篮子\
#   又空了，而程序没有让他再看一眼。"""
# lesson.en = """\
#   This time nobody was woken in vain; with if that is luck."""
# lesson.zh = "这一次没有人被白白叫醒；用 if 就得靠运气。"
# concepts = ["C186"]
# expect = ["failed", "finished"]
# fixed_by = "condition"
# races = []
# needs = ["condition"]
# guards = { fresh = ["basket"] }
# params.EATERS = { min = 2, max = 4 }
# notes.en = """
# Purpose: Between being woken and having the lock somebody else may come first, so the test must be made again.
# Ask the class: Who finds the basket empty? Whoever gets the lock second. Would notify() in place of notify_all() cure it? No: an eater who comes late and takes the lock first still empties the basket.
# What people get wrong: They read wait() as: now it is true. It means: it may have become true, look.
# Lock and data: The lock inside fresh guards basket, and all uses are inside it. There is no data race, and still a fault.
# Change next: Replace if by while: one word, and you have the scenario condition. Then EATERS to 4 and count the exceptions.
# """
# notes.zh = """
# 目的：从被唤醒到拿到锁，中间可能有别人抢先，所以必须再检查一遍。
# 提问：谁会发现篮子是空的？第二个拿到锁的人。把 notify_all() 换成 notify() 就好了吗？不行：有人来晚却先拿到锁，照样会把篮子拿空。
# 常见误解：以为 wait() 返回就说明条件成立了。它只说明：可能成立了，再看看。
# 锁与数据：fresh 里的锁保护 basket，所有操作都在锁里。没有数据竞争，程序却仍然是错的。
# 接着改：把 if 改成 while，只改一个词，就是场景 condition。再把 EATERS 改成 4，数一数有几个异常。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   Two eaters are awake, there is one roll. Who takes it?"""
# ask.zh = "两个人都醒了，面包只有一个。谁拿走？"
# because.en = """\
#   The lock was free for one; the other stays blocked until \
#   it is given back."""
# because.zh = "锁只能给一个人；另一个要等锁还回来。"
# at = { event = "released", thread = "baker", of = "fresh.lock" }
# until = { event = "acquired", of = "fresh.lock" }
# options = ["baker", "eater-1", "eater-2"]
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "The other one has the lock now. What happens to him?"
# ask.zh = "现在另一个人拿到了锁。他会怎样？"
# because.en = """\
#   He does not look again: pop() from an empty basket raises \
#   IndexError, the thread dies."""
# because.zh = """\
#   他没有再检查：从空篮子里 pop()，引发 IndexError，这个线程\
#   就此结束。"""
# at = { event = "acquired", of = "fresh.lock", nth = 5 }
# until = { event = "raised", text = "IndexError" }
# options = [
#     { en = "sees the empty basket, and waits", zh = "看到篮子空了，接着等" },
#     { en = "IndexError, the basket is empty", zh = "IndexError，篮子是空的" },
#     { en = "gets roll-2", zh = "拿到 roll-2" },
# ]
# right = 2
#
# [[tool.raddle.tour]]
# say.en = """\
#   The bakery once more: two eaters, one baker, one basket. \
#   Only one word is different: if."""
# say.zh = """\
#   又是这家面包房：两个人等，一个师傅烤，一只篮子。只有一个词\
#   不同：if。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Both have looked once, found nothing, and wait."
# say.zh = "两人都看了一次，什么也没有，于是等着。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 5
#
# [[tool.raddle.tour]]
# say.en = "One roll is in the basket, and both are woken for it."
# say.zh = "篮子里有了一个面包，两个人都被叫醒了。"
# play = 17
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Awake, but not yet past wait(): each needs the lock first."""
# say.zh = "醒了还不能走：先要拿到锁。"
# play = 20
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "eater-1 is quicker and eats the roll."
# say.zh = "eater-1 动作快，把面包吃了。"
# play = 23
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   eater-2 has the lock now. An if looks once; nobody looks \
#   again."""
# say.zh = "现在 eater-2 拿到了锁。if 只看一次，没有人再检查。"
# play = 25
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The basket is empty: IndexError."
# say.zh = "篮子是空的：IndexError。"
# step = 1
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Go back: at this moment while would look once more, see \
#   nothing, and wait on."""
# say.zh = """\
#   倒回去：换成 while，此刻就会再看一眼，发现没有，继续等。"""
# go_to = 24
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   A roll is left, an eater is gone. Woken is not served."""
# say.zh = "面包剩了一个，人却没了。被唤醒不等于轮到你。"
# play = "end"
# wait = 5
# ///
