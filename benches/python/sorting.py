state = 42
people = []
for i in range(60_000):
    state = (state * 1_103_515_245 + 12_345) % 2**31
    people.append({"name": f"p{state % 9_973}", "age": state % 90, "id": i})

by_age = sorted(people, key=lambda person: (person["age"], person["name"]))
people.sort(key=lambda person: person["id"], reverse=True)
numbers = sorted([person["age"] * 1_000_003 % 65_537 for person in people])
print(by_age[0]["age"], people[0]["id"], numbers[100], max(people, key=lambda p: p["age"])["age"])
