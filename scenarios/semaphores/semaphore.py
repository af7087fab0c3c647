import threading
import time

CARS = 5
SPOTS = 2

spots = threading.Semaphore(SPOTS)


def park(car):
    #: Takes a permit; blocks when none is left.
    #: zh: 拿一个许可；一个都不剩时就阻塞。
    with spots:
        print(f"{car} parks")
        time.sleep(0.2)
        #: At the end of the block the permit goes back. A blocked
        #: car can come in then.
        #: zh: 离开 with 代码块时归还许可，等待的车就能进来。
        print(f"{car} leaves")


cars = []
for number in range(1, CARS + 1):
    name = f"car-{number}"
    cars.append(threading.Thread(target=park, name=name, args=(name,)))
for car in cars:
    car.start()
for car in cars:
    car.join()
print("the car park is empty")

# /// script
# [tool.raddle]
# title.en = "A car park with few spots"
# title.zh = "车位有限的停车场"
# chapter = "semaphores"
# goal.en = """\
#   There are more cars than spots; each car needs a permit to \
#   park. Who gets in, and when?"""
# goal.zh = "车比车位多，每辆车要有许可才能停。谁能进来，什么时候进来？"
# summary.en = """\
#   A semaphore counts permits. Each car takes one to park and gives \
#   it back when it leaves; without a permit it is blocked."""
# summary.zh = """\
#   信号量记录还剩多少个许可。每辆车停进来要拿走一个许可，\
#   开走时还回来；没有许可就阻塞。"""
# watch.en = """\
#   The permits run out, cars queue up, and each car that leaves lets \
#   one in. There are never more cars inside than spots."""
# watch.zh = """\
#   许可用完后，车开始排队；开走一辆，才进来一辆。\
#   里面的车从来不会多于车位。"""
# lesson.en = "As many inside as there are permits, never more."
# lesson.zh = "有几个许可，里面最多就有几辆车。"
# concepts = ["C127", "C151", "C152"]
# expect = ["finished"]
#
# [tool.raddle.params]
# CARS = { value = 5, min = 1, max = 8 }
# SPOTS = { value = 2, min = 1, max = 5 }
#
# [tool.raddle.concept]
# en = "Semaphore"
# zh = "信号量"
#
# [[tool.raddle.tour]]
# say.en = """\
#   A car park with two spots, and five cars. The semaphore \
#   counts the free spots: 2."""
# say.zh = """\
#   停车场有两个车位，来了五辆车。信号量数的是空车位：2。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The first car takes a permit. One is left."
# say.zh = "第一辆车拿了一个许可，还剩一个。"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The second takes the last one. None is left."
# say.zh = "第二辆拿走最后一个，一个不剩。"
# play = 9
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The third finds none and is blocked until one comes \
#   back."""
# say.zh = "第三辆没有许可可拿，被阻塞，直到有人归还。"
# play = "blocking"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   So are the fourth and the fifth: three cars in the \
#   waiting room."""
# say.zh = "第四辆、第五辆也一样：三辆车在排队。"
# play = 15
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The first car leaves. Its permit goes back, and one \
#   waiting car can come in."""
# say.zh = "第一辆开走，归还许可，排队的车就能进来一辆。"
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two cars leave, two come in: never more than two inside."""
# say.zh = "走两辆，进两辆：里面从来不超过两辆。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   A lock lets one in. A semaphore lets in as many as it \
#   has permits."""
# say.zh = "锁一次只让一个进，信号量有几个许可就让几个进。"
# wait = 5
# ///
