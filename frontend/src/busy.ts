/** A form with `data-busy` that was sent says so on its button, and is not sent twice. */
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const button = form.querySelector<HTMLButtonElement>("button");
  if (!form.dataset.busy || !button) return;
  button.disabled = true;
  button.textContent = form.dataset.busy;
});
/** Back again, from the browser's memory: the page is as it was before. */
addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("[data-busy] button:disabled")) location.reload();
});
