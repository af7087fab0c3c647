# logging.handlers: records that wait in a queue or in memory; see the end of logging.py. What needs files or the network
# is not here.

import logging as _logging

QueueHandler = _logging.handlers.QueueHandler
QueueListener = _logging.handlers.QueueListener
BufferingHandler = _logging.handlers.BufferingHandler
MemoryHandler = _logging.handlers.MemoryHandler
