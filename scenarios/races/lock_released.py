import threading

PEOPLE = 2

NAMES = ["ann", "ben", "cai", "dan"]
PAGES = ["ten", "12", "7", "9"]
copier = threading.Lock()


def copy(name, pages):
    try:
        with copier:
            #: Ann wrote the number as a word: int() raises.
            #: zh: ann 把页数写成了单词：int() 抛出异常。
            number = int(pages)
            print(f"{name} copies {number} pages")

    #: The mistake is reported. And the copier?
    #: zh: 错误报告了。那复印机呢？
    except ValueError as mistake:
        print(f"{name}: {mistake}")


people = []
for name, pages in list(zip(NAMES, PAGES))[:PEOPLE]:
    people.append(
        threading.Thread(
            target=copy, name=name, args=(name, pages)
        )
    )
for person in people:
    person.start()
for person in people:
    person.join()
print("the copier is free")

# /// script
# [tool.raddle]
# title.en = "with gives it back"
# title.zh = "with 一定会释放"
# chapter = "races"
# concept.en = "with"
# concept.zh = "with 语句"
# goal.en = """\
#   The same mistake in the same form, but inside with. Where does \
#   the lock come back?"""
# goal.zh = """\
#   同一张单子，同样的错误，这次写在 with 里。锁在哪里释放？"""
# summary.en = """\
#   with gives the lock back on every way out, also when an \
#   exception leaves the block. Ben makes his copies."""
# summary.zh = """\
#   不管怎样离开 with，锁都会释放，异常也不例外。ben 顺利印完。"""
# watch.en = """\
#   The exception leaves the block, and the lock comes back on the \
#   way, before the except line prints anything."""
# watch.zh = """\
#   异常离开代码块的路上，锁就释放了，比 except 那一行打印还早。"""
# lesson.en = """\
#   with releases on every way out, also that of an exception."""
# lesson.zh = "离开 with 的每条路都会释放锁，异常也一样。"
# concepts = ["C127", "C128"]
# expect = ["finished"]
# races = []
# needs = ["lock_leaked"]
# params.PEOPLE = { min = 2, max = 4 }
# notes.en = """
# Purpose: with is acquire, try, finally, release in one word, and cannot be forgotten.
# Ask the class: In which order do the release and Ann's message come? Release first: the except stands outside the with. – And if the except stood inside? Then it would print under the lock.
# What people get wrong: they believe that with catches the exception. It lets it pass and only tidies up.
# Lock and data: copier guards the machine, no variable.
# Change next: return in the middle of the block, or break out of a loop in it: the lock comes back there, too.
# """
# notes.zh = """
# 目的：with 把获取、try、finally、释放合成一个词，不会忘。
# 提问：释放锁和 ann 的报错，哪个在先？先释放，因为 except 写在 with 外面。——如果 except 写在里面呢？那就在锁里打印。
# 常见误解：以为 with 会捕获异常。它只收拾残局，异常照样往外抛。
# 锁与数据：copier 保护的是机器，不是某个变量。
# 接着改：在代码块中间 return，或者在里面的循环中 break，锁同样会释放。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "int() is about to raise. When will the lock come back?"
# ask.zh = "int() 马上要抛出异常。锁会在什么时候释放？"
# at = { event = "raised", thread = "ann" }
# until = { event = "output" }
# options = [
#   { en = "when the thread of Ann ends", zh = "ann 的线程结束时" },
#   { en = "when the exception leaves the with block", zh = "异常离开 with 代码块时" },
#   { en = "after the except line has printed", zh = "except 那一行打印之后" },
# ]
# right = 2
# because.en = """\
#   Leaving the block releases, whatever the reason. Only then the \
#   exception is handled."""
# because.zh = """\
#   一离开代码块就释放，不管为什么离开。之后异常才被处理。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same copier, the same two forms. Only acquire and release \
#   have become a with."""
# say.zh = """\
#   还是那台复印机、那两张单子，只是 acquire 和 release 换成了 \
#   with。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Ann is about to take the copier."
# say.zh = "ann 正要去占复印机。"
# play = 2
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   She takes it, and int() raises. The exception is on its way out \
#   of the block …"""
# say.zh = "她占了复印机，int() 抛出异常，正要离开代码块……"
# play = 3
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "… and with gives the lock back on this way, too."
# say.zh = "……在这条路上，with 同样把锁释放了。"
# play = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Only then does Ann report her mistake."
# say.zh = "然后 ann 才报告错误。"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Ben finds the copier free and makes his copies."
# say.zh = "ben 来的时候复印机空着，他印完了。"
# play = 9
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The mistake is the same. It costs Ann her copies, and nobody \
#   else anything."""
# say.zh = "错误还是那个错误，只耽误 ann 自己，不连累别人。"
# play = "end"
# wait = 5
# ///
