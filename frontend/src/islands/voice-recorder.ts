/**
 * <voice-recorder> records the learner's voice, plays recordings back and deletes them. What is recorded goes to the
 * server every second; see recording.ts. Buttons and rows come from templates/recordings.html.
 *
 * It tells the page `sharpen:recording` when it begins, and `sharpen:recorded` when all of a recording is kept.
 */
import { newPage } from "../edits";
import { cannotRecord, Level, listen, mediaType } from "../microphone";
import { Recording } from "../recording";

const PIECE = 1000; // milliseconds
const BITS = 24_000; // a second, enough for a voice: ten minutes take 1.8 MB
const LONGEST = 600; // seconds
const NEAR = 60; // seconds before the end that the end is shown

/** The one that records: there is one microphone. */
let recording: VoiceRecorder | null = null;

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

export class VoiceRecorder extends HTMLElement {
  #recorder: MediaRecorder | null = null;
  #stopped: Promise<void> = Promise.resolve();
  #began = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #gone = new AbortController();
  #lastDeleted: HTMLElement | null = null;

  get of(): string {
    return this.dataset.of!;
  }

  get isRecording(): boolean {
    return this.#recorder !== null;
  }

  connectedCallback(): void {
    const { signal } = (this.#gone = new AbortController());
    const button = this.#part("[data-record]");
    if (button) button.hidden = false;
    button?.addEventListener("click", () => void (this.isRecording ? this.stop() : this.record()), { signal });
    this.addEventListener("submit", (event) => this.#submitted(event), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    document.addEventListener("visibilitychange", () => void (document.hidden || this.#look()), { signal });
    addEventListener("sharpen:sent", (event) => void (event.detail.of === this.of && this.refresh()), { signal });
  }

  disconnectedCallback(): void {
    this.#gone.abort();
    void this.stop();
  }

  /** Begin to record; what another recorder of the page records is ended first. */
  async record(): Promise<void> {
    const button = this.#part<HTMLButtonElement>("[data-record]");
    const why = cannotRecord();
    if (why || !button || button.disabled) return this.#say(why);
    button.disabled = true;
    try {
      await recording?.stop();
      for (const sound of document.querySelectorAll("audio")) sound.pause();
      this.#say("Waiting for the microphone…");
      this.#start(await listen());
    } catch (problem) {
      this.#say((problem as Error).message);
    } finally {
      button.disabled = false;
    }
  }

  /** End the recording; what was said is kept. */
  async stop(): Promise<void> {
    if (this.#recorder?.state === "recording") this.#recorder.stop();
    await this.#stopped;
  }

  #start(stream: MediaStream): void {
    const recorder = new MediaRecorder(stream, { mimeType: mediaType(), audioBitsPerSecond: BITS });
    const level = new Level(stream);
    const media = recorder.mimeType.split(";")[0]!;
    let count = 0;
    let pieces: Promise<unknown> = Promise.resolve();
    this.#began = performance.now();
    const sent = new Recording(
      { id: newId(), of: this.of, media, began: Date.now(), count: null },
      {
        sent: () => this.#say(this.isRecording ? "Recording" : ""),
        waiting: (why, kept) => this.#say(waiting(why, kept, this.isRecording)),
      },
    );
    recorder.addEventListener("dataavailable", ({ data }) => {
      if (!data.size) return;
      const [number, seconds] = [count++, this.#seconds];
      pieces = pieces.then(async () => sent.add(number, seconds, await data.arrayBuffer()));
    });
    this.#stopped = new Promise((resolve) => {
      recorder.addEventListener("stop", async () => {
        this.#ended();
        level.close();
        for (const track of stream.getTracks()) track.stop();
        await pieces;
        sent.end(count);
        void sent.delivered.then(() => this.#kept(sent.begun.id));
        resolve();
      });
    });
    recorder.start(PIECE);
    this.#recorder = recorder;
    recording = this;
    this.#show(true);
    this.#say("Recording");
    this.#ticking = setInterval(() => this.#tick(level), 100);
    this.dispatchEvent(new CustomEvent("sharpen:recording", { bubbles: true }));
  }

  get #seconds(): number {
    return Math.min(LONGEST, (performance.now() - this.#began) / 1000);
  }

  #tick(level: Level): void {
    const near = this.#seconds > LONGEST - NEAR ? ` of ${clock(LONGEST)}` : "";
    const time = clock(this.#seconds) + near;
    const shown = this.#part("[data-time]")!;
    if (shown.textContent !== time) shown.textContent = time;
    this.#part<HTMLMeterElement>("[data-level]")!.value = level.now;
    if (this.#seconds >= LONGEST) void this.stop();
  }

  /** The recorder has stopped: by the button, at the end of the time, or because the microphone went away. */
  #ended(): void {
    clearInterval(this.#ticking);
    this.#recorder = null;
    if (recording === this) recording = null;
    this.#show(false);
    this.#say("");
  }

  async #kept(id: string): Promise<void> {
    this.#say("");
    await this.refresh();
    this.dispatchEvent(new CustomEvent("sharpen:recorded", { bubbles: true, detail: { id } }));
  }

  #show(on: boolean): void {
    const button = this.#part("[data-record]")!;
    button.toggleAttribute("data-running", on);
    button.querySelector("[data-label]")!.textContent = on ? "Stop" : "Record";
    this.#part("[data-time]")!.textContent = "0:00";
    for (const part of ["[data-time]", "[data-level]"]) this.#part(part)!.hidden = !on;
  }

  #say(text: string): void {
    const status = this.#part("[data-status]");
    if (status && status.textContent !== text) status.textContent = text;
  }

  #part<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.querySelector<E>(selector);
  }

  // The recordings there are.

  /** Show the recordings as the server has them. */
  async refresh(): Promise<void> {
    const html = await this.#fetched();
    if (html !== null) this.#part("[data-takes]")!.innerHTML = html; // rendered by the server, as every page is
  }

  /** Show what was recorded or deleted in another tab, unless that would disturb what one does here. */
  async #look(): Promise<void> {
    if ([...this.querySelectorAll("audio")].some((sound) => !sound.paused) || this.#lastDeleted) return;
    const html = await this.#fetched();
    if (html === null || this.isRecording) return;
    const ids = (text: string) => [...text.matchAll(/data-take="(\w+)"/g)].map((found) => found[1]).join();
    const takes = this.#part("[data-takes]")!;
    if (ids(html) !== ids(takes.innerHTML)) takes.innerHTML = html;
  }

  async #fetched(): Promise<string | null> {
    const { of, words = "0", sizes = "0" } = this.dataset as Record<string, string>;
    const asked = new URLSearchParams({ of: of!, words, sizes });
    const answer = await fetch(`/recordings/takes?${asked}`, { headers: { "hx-request": "true" } }).catch(() => null);
    return answer?.ok ? await answer.text() : null;
  }

  #submitted(event: SubmitEvent): void {
    if (!(event.target as HTMLElement).matches("[data-delete]")) return;
    event.preventDefault();
    void this.#delete((event.target as HTMLElement).closest<HTMLElement>("[data-take]")!);
  }

  async #delete(take: HTMLElement): Promise<void> {
    if (!(await this.#act(take, "delete"))) return;
    const gone = this.#part<HTMLTemplateElement>("template[data-gone]")!.content.cloneNode(true);
    take.querySelector("audio")?.pause();
    const shown = document.createElement("div");
    shown.className = "take-gone";
    shown.dataset.shown = "";
    shown.append(gone);
    for (const child of take.children) (child as HTMLElement).hidden = true;
    take.append(shown);
    shown.querySelector("button")!.focus();
    this.#lastDeleted = take;
  }

  async #undo(take: HTMLElement): Promise<void> {
    if (!(await this.#act(take, "undo"))) return;
    take.querySelector("[data-shown]")?.remove();
    for (const child of take.children) (child as HTMLElement).hidden = false;
    take.focus();
    if (this.#lastDeleted === take) this.#lastDeleted = null;
  }

  async #act(take: HTMLElement, action: "delete" | "undo"): Promise<boolean> {
    const address = `/recordings/${take.dataset.take}/${action}`;
    const answer = await fetch(address, { method: "POST", headers: { accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) this.#say("sharpen does not answer, so nothing was changed. Try it again.");
    return answer?.ok ?? false;
  }

  #clicked(event: Event): void {
    const button = (event.target as Element).closest("[data-undo]");
    if (button) void this.#undo(button.closest<HTMLElement>("[data-take]")!);
  }

  #pressed(event: KeyboardEvent): void {
    const take = (event.target as HTMLElement).closest<HTMLElement>("[data-take]");
    if (!take || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const gone = take.querySelector("[data-shown]") !== null;
    if ((event.key === "x" || event.key === "Delete") && !gone) void this.#delete(take);
    else if (event.key === "u" && this.#lastDeleted) void this.#undo(this.#lastDeleted);
    else return;
    event.preventDefault();
  }
}

function waiting(why: string, kept: boolean, still: boolean): string {
  const where = kept ? "is kept in this browser until it is saved" : "is kept in this tab alone: leave it open";
  return `Not saved yet: ${why} ${still ? "Recording goes on, and what you say" : "What you said"} ${where}.`;
}

/** An id that no other recording has; later ones sort after earlier ones. */
const newId = () => `${Date.now().toString(36).padStart(9, "0")}${newPage()}`;

declare global {
  interface WindowEventMap {
    "sharpen:sent": CustomEvent<{ of: string }>;
  }
}

customElements.define("voice-recorder", VoiceRecorder);

addEventListener("beforeunload", (event) => {
  if (recording) event.preventDefault(); // the browser asks whether to leave
});
