/** Call with whether the page is dark, now and whenever that changes, until the result is aborted. */
export function watchDark(told: (dark: boolean) => void): AbortController {
  const root = document.documentElement;
  const prefers = matchMedia("(prefers-color-scheme: dark)");
  const until = new AbortController();
  const tell = () => told((root.dataset.scheme ?? (prefers.matches ? "dark" : "light")) === "dark");
  const observer = new MutationObserver(tell);
  observer.observe(root, { attributeFilter: ["data-scheme"] });
  prefers.addEventListener("change", tell, { signal: until.signal });
  until.signal.addEventListener("abort", () => observer.disconnect());
  tell();
  return until;
}
