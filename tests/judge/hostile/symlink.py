# verdict: forbidden call
# It makes a link.
import os
os.symlink('/etc/passwd', '/tmp/sharpen-hostile')
