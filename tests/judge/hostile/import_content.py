# verdict: runtime error | forbidden call
# It imports the library of problems.
from sharpen.content.library import Library
