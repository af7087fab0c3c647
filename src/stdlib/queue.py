# queue: the queues are the machine's; how they serve those who wait is in its primitive.

Queue = vm_Queue
LifoQueue = vm_LifoQueue
PriorityQueue = vm_PriorityQueue
SimpleQueue = vm_SimpleQueue
Empty = vm_Empty
Full = vm_Full
