import "htmx.org/dist/htmx.esm.js";
import "htmx.org/dist/ext/hx-sse.js";
import "./busy";
import "./islands/split-pane";
import "./shortcuts";
import "./overflow";
import "./plan";
import "./scheme";

/** Each island is a custom element; the larger ones are fetched only where their tag is on the page. */
if (document.querySelector("form#work")) void import("./solving");
if (document.querySelector("#review")) void import("./review-keys");
