/** A suggestion that is accepted ticks its point on this page, which saves it as a tick by hand does. */
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target as HTMLFormElement;
    const tick = form.dataset.accepts && document.getElementById(form.dataset.accepts);
    if (!tick) return;
    event.preventDefault();
    event.stopPropagation();
    if (!(tick as HTMLInputElement).checked) tick.click();
    const button = form.querySelector("button")!;
    button.disabled = true;
    button.textContent = "Accepted";
    tick.scrollIntoView({ block: "nearest" });
  },
  true,
);
export {};
