class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def walk(point, turns):
    for i in range(turns):
        point.x += point.y
        point.y = point.x - point.y
        if point.x > 1_000_000:
            point.x = 1
            point.y = 2
    return point.x + point.y


print(walk(Point(1, 2), 500_000))
