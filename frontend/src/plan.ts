/**
 * The plan as one moves its sliders: the point on the curve and what it says follow at once, before anything is saved.
 * With a date, retention and new cards a day mean nothing, since the date decides.
 */
const form = document.querySelector<HTMLFormElement>("form#plan");
if (form) steer(form);

type Point = [minutes: number, recall: number];

const DAY = 24 * 60 * 60 * 1000;

function steer(form: HTMLFormElement): void {
  const field = (name: string) => form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  const slider = (name: string) => form.querySelector<HTMLInputElement>(`[data-slides=${name}]`)!;
  const [date, minutes, days, along] = [field("date"), field("minutes"), slider("date"), slider("minutes")];
  const today = Date.parse(form.dataset.today!);

  const sayDays = () =>
    days.setAttribute("aria-valuetext", date.value ? `${days.value} days, ${date.value}` : "no date");
  const dated = () => {
    for (const label of form.querySelectorAll<HTMLElement>("[data-without-date]")) {
      label.hidden = date.value !== "";
      label.querySelector("input")!.disabled = label.hidden;
    }
    if (date.value) days.value = String(Math.round((Date.parse(date.value) - today) / DAY));
    sayDays();
  };
  const timed = () => {
    along.value = minutes.value;
    draw(Number(minutes.value));
  };

  days.addEventListener("input", () => {
    date.value = new Date(today + Number(days.value) * DAY).toISOString().slice(0, 10);
    date.dispatchEvent(new Event("input", { bubbles: true }));
  });
  along.addEventListener("input", () => {
    minutes.value = along.value;
    draw(Number(minutes.value));
  });
  date.addEventListener("input", dated);
  minutes.addEventListener("input", timed);
  document.addEventListener("htmx:after:swap", () => draw(Number(minutes.value)));
  // A browser that brings the page back fills fields in again.
  window.addEventListener("pageshow", () => (dated(), timed()));
  for (const each of [days, along]) each.hidden = false;
  dated();
  timed();
}

/** Puts the point at so many minutes, and says what they lead to. */
function draw(minutes: number): void {
  const section = document.querySelector<HTMLElement>("#curve section.curve");
  if (!section || !(minutes > 0)) return;
  const find = (what: string) => section.querySelector<HTMLElement | SVGElement>(what)!;
  const points = JSON.parse(section.dataset.points!) as Point[];
  const [first, last] = [points[0]![0], points.at(-1)![0]];
  const shown = Math.min(Math.max(minutes, first), last);
  const recall = between(points, shown);
  const at = `M${(100 * (shown - first)) / (last - first)} ${100 - 100 * recall}`;
  find("[data-point]").setAttribute("d", `${at}h0.01`);
  find("[data-drop]").setAttribute("d", `${at}V100`);
  let reached = 0;
  for (const topic of section.querySelectorAll<HTMLElement>(".reached i")) {
    const is = topic.dataset.from !== undefined && Number(topic.dataset.from) <= shown;
    topic.toggleAttribute("data-is-reached", is);
    reached += Number(is);
  }
  const words = {
    recall: `${Math.round(100 * recall)}%`,
    minutes: shown === minutes ? `${minutes}` : `${shown}${minutes > shown ? " or more" : " or fewer"}`,
    reached: `${reached}`,
  };
  for (const [name, text] of Object.entries(words)) {
    find(`.curve-says [data-${name}]`).textContent = text;
  }
}

/** The share at a number between two points, on the straight line that is drawn between them. */
function between(points: Point[], minutes: number): number {
  const next = Math.max(
    1,
    points.findIndex(([at]) => at >= minutes),
  );
  const [[from, low], [to, high]] = [points[next - 1]!, points[next]!];
  return low + ((high - low) * (minutes - from)) / (to - from);
}
