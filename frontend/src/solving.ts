/** Everything the page of a problem needs: the editor, the draft, the trials, the timer, the verdict. */
import "./islands/code-editor";
import "./islands/trial-list";
import "./islands/work-timer";
import "./draft";
import "./verdict";
