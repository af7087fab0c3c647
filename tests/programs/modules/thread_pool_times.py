# concurrent.futures: waiting for futures no longer than so long, by the clock.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(max_workers=1) as one:
    try:
        for future in as_completed([one.submit(time.sleep, 1)], timeout=0.1):
            print("never")
    except TimeoutError as error:
        print(error)
print("the pool is closed")
