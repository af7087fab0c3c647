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
# chapter = "coordination"
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
# ///
