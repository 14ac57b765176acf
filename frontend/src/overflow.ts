/** A formula, table or picture that is wider than the page scrolls; then, and only then, the keyboard must reach it. */
function reach(): void {
  for (const one of document.querySelectorAll<HTMLElement>(".math.block, .table, .drawn, .sketch")) {
    if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
    else one.removeAttribute("tabindex");
  }
}

new ResizeObserver(reach).observe(document.body);
const reading = document.querySelector("#reading");
if (reading) {
  new ResizeObserver(reach).observe(reading);
  new MutationObserver(reach).observe(reading, { childList: true });
}
