# verdict: forbidden call
# It writes where it stands.
open('sharpen-hostile', 'w').write('here')
