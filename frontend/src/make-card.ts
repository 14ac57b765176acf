/** A sentence that is selected in a lesson can become a card: a link appears below it, the last of the lesson for the keyboard. */
export {};
const lesson = document.querySelector<HTMLElement>("article.lesson[data-topic]")!;
const link = document.createElement("a");
link.className = "button primary make-card";
link.textContent = "Make a card";
link.hidden = true;
lesson.append(link);
const LONGEST = 2000; // characters: an address has no room for more

/** What is selected, with each formula as it is written in TeX where the page has that. */
function selected(selection: Selection): string {
  const part = selection.getRangeAt(0).cloneContents();
  for (const hidden of part.querySelectorAll("annotation")) hidden.remove();
  return (part.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, LONGEST);
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const inside =
    selection &&
    !selection.isCollapsed &&
    selection.rangeCount &&
    lesson.contains(selection.getRangeAt(0).commonAncestorContainer);
  const text = inside ? selected(selection) : "";
  link.hidden = !text;
  if (!text || !selection) return;
  link.href = `/cards/new?${new URLSearchParams({ lesson: lesson.dataset.topic!, text })}`;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  const left = Math.min(Math.max(box.left + box.width / 2, 70), innerWidth - 70);
  link.style.left = `${left + scrollX}px`;
  link.style.top = `${box.bottom + scrollY}px`;
});
