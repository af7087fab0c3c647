def report(rows):
    out = []
    for i in range(rows):
        name = "row-" + str(i)
        out.append(name.upper() + ":" + "-" * (i % 10))
        if name.endswith("7"):
            out.append(name.replace("row", "line").split("-")[1])
    return "\n".join(out)


text = report(150_000)
print(len(text), text.count("9"))
