# verdict: runtime error | forbidden call
# It imports the checks.
import sharpen.checks.vocabulary
