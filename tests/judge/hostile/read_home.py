# verdict: forbidden call
# It lists the home folder.
import os
os.listdir('/home')
