import threading
import time

STEPS = 2
done = 0


def work():
    global done
    for _ in range(STEPS):
        #: What happens here, and why, before it happens.
        #: zh: 这里会发生什么、为什么，写在发生之前。
        seen = done
        time.sleep(0.1)
        done = seen + 1


ann = threading.Thread(target=work, name="ann")
ben = threading.Thread(target=work, name="ben")
ann.start()
ben.start()
ann.join()
ben.join()
print("done", done)

# /// script
# [tool.raddle]
# title.en = "Title of NAME"
# title.zh = "NAME 的标题"
# chapter = "own"
# goal.en = "What it is about. What to ask oneself?"
# goal.zh = "讲的是什么？要问自己什么？"
# summary.en = "What it is about, in a sentence or two."
# summary.zh = "用一两句话说明讲的是什么。"
# watch.en = "What to look at when it runs."
# watch.zh = "运行时要看什么。"
# lesson.en = "What is to be learnt from a run that ends well."
# lesson.zh = "顺利结束的一次运行说明了什么。"
# concepts = ["C124"]
# expect = ["finished"]
# races = ["done"]
# params.STEPS = { min = 1, max = 4 }
# notes.en = """
# Purpose: what there is to see.
# Ask the class: a question, with its answer.
# What people get wrong: what they believe, and what is so.
# Lock and data: which lock guards which data.
# Change next: what to try.
# """
# notes.zh = """
# 目的：要看到什么。
# 提问：问题和答案。
# 常见误解：大家以为怎样，其实怎样。
# 锁与数据：哪把锁保护哪些数据。
# 接着改：还可以试什么。
# """
#
# [[tool.raddle.predict]]
# kind = "value"
# of = "done"
# ask.en = "What is done at the end?"
# ask.zh = "最后 done 是多少？"
# because.en = "Each writes back what it had seen before it slept."
# because.zh = "每个线程写回的都是睡眠之前看到的值。"
#
# [[tool.raddle.tour]]
# say.en = "The cast."
# say.zh = "出场的角色。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The moment before."
# say.zh = "之前的一刻。"
# step = 4
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The moment."
# say.zh = "关键的一刻。"
# play = "blocking"
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The end."
# say.zh = "结局。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "What to remember."
# say.zh = "要记住的。"
# wait = 4
#
# [tool.raddle.concept]
# en = "Concept"
# zh = "概念"
# ///
