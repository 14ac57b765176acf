/** Everything the page of a problem needs: the editor, the draft, the cases, the timer, the verdict. */
import "./islands/code-editor";
import "./islands/case-list";
import "./islands/work-timer";
import "./draft";
import "./verdict";
