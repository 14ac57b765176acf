/** The page after a dive: an answer has some of the points, or none of them. */
document.querySelector(".dive-review")!.addEventListener("input", (event) => {
  const box = event.target as HTMLInputElement;
  if (box.name !== "point" || !box.checked) return;
  for (const other of box.form!.querySelectorAll<HTMLInputElement>("input[name=point]")) {
    if (other !== box && (box.value === "none" || other.value === "none")) other.checked = false;
  }
});
export {};
