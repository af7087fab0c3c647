# concurrent: a package that has nothing of its own.

import concurrent.futures as futures
