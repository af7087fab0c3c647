# The limit for converting between integers and decimal texts.

def show(work):
    try:
        print(len(str(work())))
    except Exception as error:
        print(type(error).__name__, error)

big = 10**5000
show(lambda: 10**4299)
show(lambda: 10**4300)
show(lambda: -10**4299)
show(lambda: -10**4300)
show(lambda: str(big))
show(lambda: repr(big))
show(lambda: f"{big}")
show(lambda: f"{big:d}")
show(lambda: "%d" % big)
show(lambda: "%s" % big)
show(lambda: "{}".format(big))
show(lambda: [big])
show(lambda: print(big))
show(lambda: int("1" * 4300))
show(lambda: int("1" * 4301))
show(lambda: int("-" + "1" * 4301))
show(lambda: int("1_" * 4300 + "1"))
show(lambda: int(b"1" * 5000))
show(lambda: int("f" * 5000, 16))
show(lambda: int("0" * 5000))
show(lambda: int("1" * 5000, 7))
print(len(hex(big)), len(bin(big)), len(oct(big)), len(f"{big:x}"))
print(float(10**308), big > 1, big % 7, big.bit_length())
