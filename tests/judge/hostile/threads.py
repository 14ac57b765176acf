# verdict: forbidden call
# It starts a thread.
import threading
def double(values):
    thread = threading.Thread(target=print)
    thread.start()
    return values
