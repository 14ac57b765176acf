/**
 * A passage: one of the texts of a sitting, or the note on a reading, saved while one types. As with drafts, each edit has a name, of this page
 * and a count; a save carries it and the version that this page saw last, and the server lets only what goes on from
 * its own text take the place of it. Until it has confirmed an edit, a copy stays in this browser.
 */
import { forget, put } from "./draft-copies";
import { newPage, pageOf, sentence } from "./edits";

const PAUSE = 500; // milliseconds after the last key
const RETRY = 3000;
const LONGEST_KEPT_ALIVE = 50_000; // bytes: browsers refuse longer ones from a page that goes away

export interface Front {
  version: string;
  text: string;
}

interface Copy {
  text: string;
  base: string;
  edit: string;
}

/** What the page is told: that something changed, what the server could not keep, and what was typed elsewhere. */
export interface Listener {
  /** The time worked so far, which every save tells the server too. */
  seconds(): string;
  changed(): void;
  failed(why: string, copied: boolean): void;
  behind(passage: Passage): void;
}

export class Passage {
  readonly name: string;
  theirs: Front | null = null;
  #edit: string;
  #page = newPage();
  #changes = 0;
  #copied = false;
  #refused = "";
  #adopted: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<boolean> = Promise.resolve(true);

  constructor(
    readonly field: HTMLTextAreaElement,
    readonly base: HTMLInputElement,
    readonly address: string,
    readonly kept: string,
    readonly listener: Listener,
  ) {
    this.name = field.name;
    this.#edit = base.value;
  }

  get dirty(): boolean {
    return this.#edit !== this.base.value;
  }

  /** A key was pressed, or a line drawn. */
  touch(): void {
    this.#changes += 1;
    this.#edit = `${this.#page}.${this.#changes}`;
    this.#copied = put(localStorage, this.#key, { text: this.field.value, base: this.base.value, edit: this.#edit });
    this.listener.changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE);
  }

  /** Save what is not saved, after the saves before it; whether all of it is saved then. */
  save(chosen = false): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#queue = this.#queue.then(() => this.#saveNow(chosen));
    return this.#queue;
  }

  async #saveNow(chosen: boolean): Promise<boolean> {
    if (!this.dirty) return true;
    const sent = this.#edit;
    const answer = await this.#post(this.field.value, this.base.value, sent, chosen).catch(() => null);
    if (!answer) return this.#failed("sharpen does not answer.");
    if (answer.status === 409) {
      this.theirs = (await answer.json()) as Front;
      this.listener.behind(this);
      return false;
    }
    if (!answer.ok) {
      const why = await sentence(answer);
      if (answer.status >= 500) return this.#failed(why);
      this.#refused = sent; // the same text would be refused again
      this.listener.failed(why, this.#copied);
      return false;
    }
    const { version, same } = (await answer.json()) as { version: string; same: boolean };
    if (!same && pageOf(version) !== pageOf(sent)) return this.look();
    this.base.value = version;
    if (sent === this.#edit) this.#settle(version);
    return !this.dirty;
  }

  #post(text: string, base: string, edit: string, chosen = false): Promise<Response> {
    const seconds = this.listener.seconds();
    const body = fields({ text, base, edit, seconds, ...(chosen ? { chosen: "1" } : {}) });
    return fetch(this.address, {
      method: "POST",
      body,
      keepalive: text.length < LONGEST_KEPT_ALIVE,
      headers: { accept: "application/json" },
    });
  }

  #failed(why: string): boolean {
    this.listener.failed(why, this.#copied);
    this.#timer = setTimeout(() => void this.save(), RETRY);
    return false;
  }

  #settle(version: string): void {
    this.base.value = this.#edit = version;
    for (const key of [this.#key, ...this.#adopted]) forget(key);
    this.#adopted = [];
    this.theirs = null;
    this.#refused = "";
    this.listener.changed();
  }

  get #key(): string {
    return `${this.kept}:${this.name}:${this.#page}`;
  }

  /** Take what was typed elsewhere, where nothing was typed here. */
  async look(): Promise<boolean> {
    if (this.dirty && !this.theirs) return this.save();
    const answer = await fetch(this.address, { cache: "no-store", headers: { accept: "application/json" } }).catch(
      () => null,
    );
    if (!answer?.ok) return false;
    this.take((await answer.json()) as Front);
    return true;
  }

  /** Show a text as the server has it. */
  take(front: Front): void {
    show(this.field, front.text);
    this.#settle(front.version);
    this.#page = newPage(); // what this one typed beside it stays what it is
    this.#changes = 0;
  }

  /** Of the two texts, put this one in front. */
  keepMine(): Promise<boolean> {
    if (this.theirs) this.base.value = this.theirs.version;
    return this.save(true);
  }

  /** Put back what earlier visits typed and could not save, unless the server has it. */
  async recover(): Promise<boolean> {
    let brought = false;
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(`${this.kept}:${this.name}:`))) {
      const copy = read(key);
      if (!copy || copy.edit === this.base.value) forget(key);
      else if (!brought && (copy.base === this.base.value || pageOf(copy.edit) === pageOf(this.base.value))) {
        show(this.field, copy.text);
        this.#edit = copy.edit;
        this.#adopted.push(key);
        this.#copied = brought = true;
        await this.save();
      } else {
        // The server puts it aside, if what it has does not come from it.
        const answer = await this.#post(copy.text, copy.base, copy.edit).catch(() => null);
        if (answer?.ok || answer?.status === 409) forget(key);
      }
    }
    return brought;
  }

  /** Hand over what the server does not know yet, as the page may go away. */
  leave(): void {
    if (!this.dirty || this.#refused === this.#edit || this.theirs) return;
    const body = fields({ text: this.field.value, base: this.base.value, edit: this.#edit });
    navigator.sendBeacon(this.address, body);
  }
}

function fields(values: Record<string, string>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  return body;
}

/** Put a text into a field; a board begins anew with it. */
function show(field: HTMLTextAreaElement, text: string): void {
  if (field.value === text) return;
  const board = field.closest("white-board");
  const beside = board?.nextSibling ?? null;
  const around = board?.parentElement;
  board?.remove();
  field.value = text;
  if (board) around!.insertBefore(board, beside);
  field.dispatchEvent(new CustomEvent("sharpen:shown", { bubbles: true }));
}

function read(key: string): Copy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(key)!) as Partial<Copy>;
    return typeof copy.text === "string" && copy.edit ? ({ base: "", ...copy } as Copy) : null;
  } catch {
    return null; // nobody can have written this with care
  }
}
