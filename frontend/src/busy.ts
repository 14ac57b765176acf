/** A form with `data-busy` that was sent says so on its button, and is not sent twice. */
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const button = form.querySelector<HTMLButtonElement>("button");
  if (!form.dataset.busy || !button) return;
  button.disabled = true;
  button.textContent = form.dataset.busy;
});
/** A page restored from the browser's memory looks as it did before; one with `data-fresh` says where its news is. */
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  const home = document.querySelector<HTMLElement>("[data-fresh]")?.dataset.fresh;
  if (home && home !== location.pathname)
    location.replace(home); // the answer to a form: reloaded, it is sent again
  else if (home || document.querySelector("[data-busy] button:disabled")) location.reload();
});
