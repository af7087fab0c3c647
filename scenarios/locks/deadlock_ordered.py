import threading
import time

pen = threading.Lock()
paper = threading.Lock()


def write_letter():
    #: Everybody takes the pen first.
    #: zh: 人人都先拿笔。
    with pen:
        print("alice has the pen")
        time.sleep(0.1)
        #: Nobody can hold the paper and want the pen.
        #: zh: 没有人会拿着纸等笔。
        with paper:
            print("alice writes a letter")


def draw_picture():
    #: Bob, too: without the pen he does not touch the paper.
    #: zh: bob 也一样：没有笔就不去碰纸。
    with pen:
        print("bob has the pen")
        time.sleep(0.1)
        with paper:
            print("bob draws a picture")


alice = threading.Thread(target=write_letter, name="alice")
bob = threading.Thread(target=draw_picture, name="bob")
alice.start()
bob.start()
alice.join()
bob.join()
print("both are happy")

# /// script
# [tool.raddle]
# title.en = "Two locks, the same order"
# title.zh = "两把锁，顺序相同"
# chapter = "locks"
# goal.en = """\
#   Everybody takes the pen first, then the paper. Can a \
#   circle still close?"""
# goal.zh = "人人都先拿笔、后拿纸。还会形成环吗？"
# summary.en = """\
#   The cure for the deadlock: everybody takes the pen before the \
#   paper. Whoever has the pen can always get the paper."""
# summary.zh = """\
#   预防死锁的办法：人人都先拿笔、后拿纸。\
#   谁拿到了笔，谁就一定能拿到纸，不会形成环。"""
# watch.en = """\
#   The one who comes second is blocked with empty hands. No circle can \
#   close, whatever the order in which the threads run."""
# watch.zh = """\
#   后到的人空着手等。不管线程按什么顺序运行，\
#   等待图里都不会出现环。"""
# lesson.en = "One order for all: no circle can close."
# lesson.zh = "人人按同一种顺序，就不会形成环。"
# concepts = ["C127", "C131", "C132"]
# expect = ["finished"]
# ///
