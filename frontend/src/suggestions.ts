/** A suggestion that is accepted ticks its point on this page, which saves it as a tick by hand does. */
document.addEventListener(
  "submit",
  (event) => {
    const form = event.target as HTMLFormElement;
    const { accepts, score } = form.dataset;
    if (!accepts) return;
    const choices = [...document.querySelectorAll<HTMLInputElement>("form.rubric input")];
    const tick = choices.find((one) => one.name === accepts && (one.type === "checkbox" || one.value === score));
    if (!tick) return;
    event.preventDefault();
    event.stopPropagation();
    if (!tick.checked) tick.click();
    const button = form.querySelector("button")!;
    button.disabled = true;
    button.textContent = "Accepted";
    tick.scrollIntoView({ block: "nearest" });
  },
  true,
);
