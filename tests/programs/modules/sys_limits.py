# What sys says of numbers, and the longest number that is written down.
import sys

print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info[3])
print(sys.float_info)
print(sys.int_info, sys.int_info.bits_per_digit)
print(sys.hash_info.modulus, sys.hash_info.width, sys.hash_info.inf)
print(sys.flags.optimize, sys.flags.dev_mode, sys.thread_info.name)
print(sys.get_int_max_str_digits())
try:
    print(len(str(10**5000)))
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(6000)
print(len(str(10**5000)), sys.get_int_max_str_digits(), int("1" * 5000) % 1000)
sys.set_int_max_str_digits(0)
print(len(str(10**7000)))
try:
    sys.set_int_max_str_digits(100)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(640)
try:
    int("1" * 700)
except ValueError as error:
    print(error)
