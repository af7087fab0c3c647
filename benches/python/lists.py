def sieve(n):
    prime = [True] * n
    prime[0] = prime[1] = False
    i = 2
    while i * i < n:
        if prime[i]:
            j = i * i
            while j < n:
                prime[j] = False
                j += i
        i += 1
    found = []
    for i in range(n):
        if prime[i]:
            found.append(i)
    return found


def bubble(items):
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items


print(len(sieve(500_000)), bubble(list(range(600, 0, -1)))[:5])
