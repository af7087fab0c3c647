import threading
import time

HIKERS = 3

meeting = threading.Barrier(HIKERS)


def hike(name, pace):
    for place in ("hut", "summit"):
        time.sleep(pace)
        print(f"{name} reaches the {place}")
        #: Blocks here until all have arrived. Each gets a number;
        #: exactly one of them gets 0.
        #: zh: 在这里等所有人到齐。每个人得到一个编号，
        #: zh: 其中恰好有一个人得到 0。
        number = meeting.wait()
        if number == 0:
            #: Only one thread says it for all.
            #: zh: 只由一个线程代表大家说话。
            print(f"all are at the {place}")


hikers = []
for number in range(1, HIKERS + 1):
    name = f"hiker-{number}"
    pace = 0.1 * number
    hikers.append(
        threading.Thread(target=hike, name=name, args=(name, pace))
    )
for hiker in hikers:
    hiker.start()
for hiker in hikers:
    hiker.join()
print("home again")

# /// script
# [tool.raddle]
# title.en = "Nobody goes on alone"
# title.zh = "人到齐了再走"
# chapter = "signals"
# goal.en = """\
#   The hikers walk at their own pace, but leave each place \
#   together. Who opens the barrier?"""
# goal.zh = """\
#   登山者各按各的速度走，但每到一处都要一起出发。\
#   由谁来打开屏障？"""
# summary.en = """\
#   A barrier holds everybody back until all have arrived. The hikers \
#   walk at their own pace, but leave each meeting place together."""
# summary.zh = """\
#   屏障会拦住先到的人，直到全部到齐。登山者各按各的速度走，\
#   但每次都要在集合点到齐，再一起出发。"""
# watch.en = """\
#   The arrivals at the barrier count up. The last one does not block: \
#   it opens the barrier for all. Then the barrier closes for the \
#   next round by itself."""
# watch.zh = """\
#   屏障上的到达人数不断增加。最后到的人不用等，\
#   由它为所有人打开屏障。\
#   之后屏障自动关上，用于下一轮。"""
# lesson.en = "The last to arrive opens the barrier for all."
# lesson.zh = "最后到达的人为所有人打开屏障。"
# concepts = ["C015", "C073"]
# expect = ["finished"]
# params = { HIKERS = { value = 3, min = 1, max = 5 } }
#
# [tool.raddle.concept]
# en = "Barrier"
# zh = "屏障"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Three hikers, each at their own pace. They go on only \
#   together."""
# say.zh = "三个徒步者，快慢各不同。他们约好人到齐了再走。"
# wait = 5
#
# [[tool.raddle.tour]]
# speed = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The quickest is at the hut first and is blocked: 1 of 3 \
#   is here."""
# say.zh = "最快的先到小屋，被阻塞：3 人到了 1 人。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The second arrives: 2 of 3."
# say.zh = "第二个到了：3 人到了 2 人。"
# play = 14
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The third is the last. The barrier opens, and nobody has \
#   to wait any more."""
# say.zh = "第三个是最后一个。屏障打开，谁也不用等了。"
# play = 17
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Each is given a number. Whoever has 0 speaks for all."""
# say.zh = "每人得到一个编号。拿到 0 的那个替大家说话。"
# play = 21
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The barrier closes by itself and serves again, at the \
#   summit."""
# say.zh = "屏障自动复位，到了山顶再用一次。"
# play = 29
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Again the slowest decides when all go on."
# say.zh = "还是最慢的那个决定大家什么时候走。"
# play = 32
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   A barrier counts threads: it opens when as many are \
#   there as it was made for."""
# say.zh = "屏障数的是线程：到的人数够了，它就打开。"
# play = "end"
# wait = 6
# ///
