# The exit code of sys.exit.
import sys

try:
    sys.exit(3)
except SystemExit as error:
    print(error.code, repr(error))
try:
    sys.exit()
except SystemExit as error:
    print(error.code, repr(error))
try:
    exit(5)
except SystemExit as error:
    print(error.code)
sys.exit("a message")
