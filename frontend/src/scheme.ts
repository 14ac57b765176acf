/** Light or dark: a cookie, so that the server can write it into the page and nothing flashes. */
const root = document.documentElement;

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-scheme-toggle]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const now = root.dataset.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    root.dataset.scheme = now === "dark" ? "light" : "dark";
    document.cookie = `scheme=${root.dataset.scheme}; path=/; max-age=31536000; samesite=strict`;
  });
}
