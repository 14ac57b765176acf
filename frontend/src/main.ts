import "htmx.org/dist/htmx.esm.js";
import "htmx.org/dist/ext/hx-sse.js";
import "./busy";
import "./islands/split-pane";
import "./shortcuts";
import "./overflow";
import "./plan";
import { anythingKept } from "./recording-copies";
import "./scheme";
import "./suggestions";

/** Each island is a custom element; the larger ones are fetched only where their tag is on the page. */
if (document.querySelector("form#work")) void import("./solving");
if (document.querySelector("form#sitting")) void import("./sitting");
if (document.querySelector("form#dive")) void import("./dive");
if (document.querySelector(".dive-review")) void import("./dive-review");
if (document.querySelector("form[data-passages]")) void import("./passages");
if (location.pathname.startsWith("/stories")) void import("./stories");
if (document.querySelector("form#lab")) void import("./designing");
if (document.querySelector("form#cards")) void import("./cards");
if (document.querySelector("form#own-card")) void import("./own-card");
if (document.querySelector("article.lesson[data-topic]")) void import("./make-card");
if (document.querySelector("form#readings")) void import("./readings");
if (document.querySelector("#review")) void import("./review-keys");
if (document.querySelector("voice-recorder")) void import("./islands/voice-recorder");
if (document.querySelector("mock-clock")) void import("./islands/mock-clock");
if (anythingKept()) void import("./recordings-left");
if (document.querySelector("white-board")) void import("./islands/white-board");
