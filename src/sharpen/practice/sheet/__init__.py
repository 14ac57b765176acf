"""The sheet of problems solved elsewhere: typed, imported, counted, and met again."""
