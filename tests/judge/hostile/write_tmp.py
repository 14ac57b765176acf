# verdict: forbidden call
# It writes a file.
open('/tmp/sharpen-hostile', 'w').write('here')
