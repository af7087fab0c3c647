"""Python's own queue module, for the scenarios beside this folder.

python3 looks for modules in the folder of the script first, and there
is a scenario called queue in it. A package goes before a file of the
same name, so `import queue` comes here and is handed on.
"""
import importlib.util
import os
import sys

_spec = importlib.util.spec_from_file_location(
    "queue", os.path.join(os.path.dirname(os.__file__), "queue.py")
)
sys.modules["queue"] = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sys.modules["queue"])
