/** A card that is being written: what was typed and not saved is there again after a reload, until it is saved. */
export {};
const form = document.querySelector<HTMLFormElement>("form#own-card")!;
const fields = [...form.querySelectorAll<HTMLTextAreaElement>("textarea")];
const key = `own-card:${location.pathname}${location.search}`;
const first = JSON.stringify(fields.map((field) => field.value));

const kept = sessionStorage.getItem(key);
if (kept && !document.querySelector(".notice[role=alert]")) {
  const { typed, from } = JSON.parse(kept) as { typed: string[]; from: string };
  if (from === first) {
    fields.forEach((field, index) => (field.value = typed[index] ?? field.value));
    fields[0]!.dispatchEvent(new Event("input", { bubbles: true }));
  } else sessionStorage.removeItem(key); // it was saved, or changed elsewhere
}

form.addEventListener("input", () => {
  sessionStorage.setItem(key, JSON.stringify({ typed: fields.map((field) => field.value), from: first }));
});
form.addEventListener("submit", () => sessionStorage.removeItem(key));
