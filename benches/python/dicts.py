def count(words):
    seen = {}
    for word in words:
        if word in seen:
            seen[word] += 1
        else:
            seen[word] = 1
    return seen


words = [f"word{i * 7919 % 5000}" for i in range(100_000)]
total = 0
for _ in range(3):
    counts = count(words)
    for word, times in counts.items():
        total += times
print(len(counts), total, counts.get("word1", 0))
