STEPS = 5


def count(limit):
    number = 0
    while number < limit:
        number = number + 1
        #: Gives number out and stops here. The frame is laid
        #: aside, with number and limit in it.
        #: zh: 交出 number，停在这里。
        #: zh: 栈帧放到一边，number 和 limit 都留在里面。
        heard = yield number
        if heard is not None:
            print(f"the counter hears {heard}")


#: The call makes a frame, and runs nothing of it.
#: zh: 这次调用只建好栈帧，里面一行也没执行。
counter = count(STEPS)
print("nothing has been counted yet")
print(f"main gets {next(counter)}")
print(f"main gets {next(counter)}")
#: Goes on at the yield, and hello is what it gives there.
#: zh: 从 yield 处继续，hello 就成了 yield 的值。
print(f"main gets {counter.send('hello')}")
for number in counter:
    print(f"main gets {number}")
print("the counter has come to its end")

# /// script
# [tool.raddle]
# title.en = "The frame that stays"
# title.zh = "不会消失的栈帧"
# concept.en = "Generator"
# concept.zh = "生成器"
# chapter = "coroutines"
# goal.en = """\
#   A function with yield stops in the middle and goes on \
#   later. Where does it go on, and what does it remember?"""
# goal.zh = """\
#   带 yield 的函数会停在半路，以后再继续。它从哪里继续，还记\
#   得什么？"""
# summary.en = """\
#   Calling it makes a frame and runs nothing. next() runs it \
#   to the next yield, send() also drops a value in there; the \
#   variables stay in the frame."""
# summary.zh = """\
#   调用它只建好栈帧，什么也不执行。next() 让它运行到下一个 \
#   yield，send() 还顺便送进一个值；变量都留在栈帧里。"""
# watch.en = """\
#   The card of count(): laid aside at yield with number in \
#   it, taken up again at the same line by next() and send()."""
# watch.zh = """\
#   看 count() 的那张卡片：在 yield 处带着 number 放到一边，\
#   next() 和 send() 又从同一行把它拿起来。"""
# lesson.en = """\
#   A generator is a frame that waits: it goes on where it \
#   stopped."""
# lesson.zh = "生成器就是一个等着的栈帧：停在哪里，就从哪里继续。"
# concepts = ["C229", "C230"]
# expect = ["finished"]
# panes = ["call_stacks"]
# races = []
# params.STEPS = { min = 3, max = 8 }
# notes.en = """
# Purpose: yield lays a frame aside without ending it; this is the ground on which coroutines stand.
# Ask the class: What does count(STEPS) print? Nothing, it only makes the frame. Where does send('hello') arrive? It is the value of the yield at which the frame waits.
# What people get wrong: They think that each next() begins the function again, or that send() is given to the next yield.
# Lock and data: None: one thread, and number lives in the frame alone.
# Change next: Make two counters from count() and call them by turns: each has its own number. Call next() once more after the end: StopIteration.
# """
# notes.zh = """
# 目的：yield 把栈帧放到一边而不结束它，协程就建立在这上面。
# 提问：count(STEPS) 会输出什么？什么也不输出，只建好栈帧。send('hello') 送到哪里？成为正停着的那个 yield 的值。
# 常见误解：以为每次 next() 都从头执行，或者以为 send() 的值给了下一个 yield。
# 锁与数据：没有。只有一个线程，number 只在栈帧里。
# 接着改：用 count() 建两个计数器轮流调用，各有各的 number。结束后再 next() 一次：StopIteration。
# """
#
# [[tool.raddle.predict]]
# kind = "output"
# ask.en = """\
#   count(STEPS) has been called. What is the first line \
#   printed?"""
# ask.zh = "已经调用了 count(STEPS)。第一行输出是什么？"
# because.en = """\
#   The call only makes the frame; nothing of it runs before \
#   the first next()."""
# because.zh = "调用只建好栈帧；第一次 next() 之前一行也不执行。"
# at = { event = "output" }
# options = ["main gets 0", "main gets 1", "nothing has been counted yet"]
#
# [[tool.raddle.predict]]
# kind = "output"
# ask.en = "main sends 'hello'. What is printed next?"
# ask.zh = "主线程送进 'hello'。接下来输出什么？"
# because.en = """\
#   The frame goes on at its yield, whose value is hello, and \
#   prints before the next yield."""
# because.zh = """\
#   栈帧从 yield 处继续，yield 的值就是 hello，到下一个 yield \
#   之前先输出。"""
# at = { event = "output", text = "hears" }
# options = ["main gets 3", "the counter hears hello", "main gets hello"]
#
# [[tool.raddle.tour]]
# say.en = "A function with yield in it: a generator."
# say.zh = "一个带 yield 的函数：生成器。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   It has been called, and nothing of it has run. There is \
#   only a frame."""
# say.zh = "已经调用了，却一行也没执行，只有一个栈帧。"
# play = 2
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   next() runs it to the yield. It gives out 1 and stops \
#   there."""
# say.zh = "next() 让它运行到 yield。它交出 1，停在那里。"
# play = 3
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The next one goes on behind the yield: number was still 1, \
#   and is 2 now."""
# say.zh = """\
#   再来一次，从 yield 之后继续：number 还是 1，现在变成 2。"""
# play = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "send() also drops a value in: it is what yield gives."
# say.zh = "send() 还送进一个值：它就是 yield 的结果。"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The frame goes on to the next yield and gives out 3."
# say.zh = "栈帧运行到下一个 yield，交出 3。"
# play = 6
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   A for loop calls next() until the frame has come to its \
#   end."""
# say.zh = "for 循环不断调用 next()，直到栈帧运行完。"
# play = 8
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The frame stays between two calls, with its variables and \
#   its place."""
# say.zh = "两次调用之间，栈帧一直在：变量在，位置也在。"
# play = "end"
# wait = 5
# ///
