/** With a date, retention and new cards a day mean nothing: the date decides. */
const form = document.querySelector<HTMLFormElement>("form#plan");
const date = form?.querySelector<HTMLInputElement>("[name=date]");
date?.addEventListener("input", () => {
  for (const field of form!.querySelectorAll<HTMLInputElement>("[data-without-date]")) {
    field.disabled = date.value !== "";
  }
});
