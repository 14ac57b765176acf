/** A form with `data-busy` that was sent says so on its button, and is not sent twice. */
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const button = form.querySelector<HTMLButtonElement>("button");
  if (!form.dataset.busy || !button) return;
  button.disabled = true;
  button.textContent = form.dataset.busy;
});
/** A page restored from the browser's memory looks as it did before. */
addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("[data-busy] button:disabled")) location.reload();
});
