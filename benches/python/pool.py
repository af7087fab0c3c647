from concurrent.futures import ThreadPoolExecutor


def square(n):
    return n * n


with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(square, n) for n in range(5_000)]
    print(sum(future.result() for future in futures))
    print(sum(pool.map(square, range(5_000))))
