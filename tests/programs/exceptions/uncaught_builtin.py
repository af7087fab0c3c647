# A misspelt builtin.
pritn("x")
