# verdict: forbidden call | runtime error
# It fetches a page.
import urllib.request
urllib.request.urlopen('http://127.0.0.1:8400/')
