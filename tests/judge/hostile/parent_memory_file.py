# verdict: forbidden call
# It reads the parent's memory through /proc.
open('/proc/1/mem', 'rb')
