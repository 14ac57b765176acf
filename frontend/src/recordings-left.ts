/** On any page: what an earlier page recorded and could not send, because it crashed or the server was away, is sent. */
import { sendWhatIsKept } from "./recording";

const listener = { sent: () => {}, waiting: () => {} };

if (navigator.locks)
  void sendWhatIsKept(listener, (of) => dispatchEvent(new CustomEvent("sharpen:sent", { detail: { of } })));
