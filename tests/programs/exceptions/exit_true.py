import sys


def leave():
    try:
        sys.exit(True)
    finally:
        print("cleaned up")


leave()
