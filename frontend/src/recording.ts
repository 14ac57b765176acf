/**
 * A recording on its way to the server, piece by piece. Each piece is kept in this browser first, and sent until the
 * server has it; what is kept is forgotten once the server has all of it. While a page cares for a recording it holds
 * a lock of its name, so that another page, or this one after a crash, takes over only what nobody cares for.
 */
import {
  type Begun,
  forgetRecording,
  keepBegun,
  keepPiece,
  keptPieces,
  keptRecordings,
  type Piece,
} from "./recording-copies";
import { sentence } from "./edits";

const RETRY = 2000; // milliseconds
const RETRY_REFUSED = 20_000;

/** What the page is told: that the server has all that there is so far, or why it does not, and whether a copy is kept. */
export interface Listener {
  sent(): void;
  waiting(why: string, kept: boolean): void;
}

export class Recording {
  /** Fulfilled when the server has all of it. */
  readonly delivered: Promise<void>;
  #delivered!: () => void;
  #known = false;
  #kept: Promise<boolean>;
  #pieces = new Map<number, Piece>();
  #unsent = new Set<number>();
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly begun: Begun,
    readonly listener: Listener,
  ) {
    this.delivered = new Promise((resolve) => (this.#delivered = resolve));
    void navigator.locks?.request(lockOf(begun.id), () => this.delivered);
    this.#kept = keepBegun(begun);
    void this.#send();
  }

  get waits(): boolean {
    return this.#unsent.size > 0;
  }

  /** Another piece was recorded. */
  add(number: number, seconds: number, data: ArrayBuffer): void {
    const piece = { id: this.begun.id, number, seconds, data };
    this.#pieces.set(number, piece);
    this.#unsent.add(number);
    this.#kept = Promise.all([this.#kept, keepPiece(piece)]).then((both) => both.every(Boolean));
    void this.#send();
  }

  /** It is over, and has so many pieces. */
  end(count: number): void {
    this.begun.count = count;
    this.#kept = Promise.all([this.#kept, keepBegun(this.begun)]).then((both) => both.every(Boolean));
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    while (await this.#step());
    this.#sending = false;
  }

  /** Tell the server the next thing that it does not know; whether there may be more. */
  async #step(): Promise<boolean> {
    const home = `/recordings/${this.begun.id}`;
    if (!this.#known) {
      const { id, of, media, began } = this.begun;
      const ago = String(Math.max(0, Date.now() - began) / 1000);
      this.#known = (await this.#post("/recordings", new URLSearchParams({ id, of, media, ago }))) !== null;
      return this.#known;
    }
    const next = Math.min(...this.#unsent);
    if (Number.isFinite(next)) {
      const { seconds, data } = this.#pieces.get(next)!;
      if (!(await this.#post(`${home}/chunks/${next}?seconds=${seconds.toFixed(3)}`, data))) return false;
      this.#unsent.delete(next);
      if (!this.#unsent.size) this.listener.sent();
      return true;
    }
    if (this.begun.count === null) return false;
    const answer = await this.#post(`${home}/end`, new URLSearchParams({ count: String(this.begun.count) }));
    if (!answer) return false;
    const { missing } = (await answer.json()) as { missing: number[] };
    for (const number of missing) if (this.#pieces.has(number)) this.#unsent.add(number);
    if (this.#unsent.size) return true;
    await this.#kept;
    await forgetRecording(this.begun.id);
    this.#delivered();
    return false;
  }

  /** The server's answer; null where it has none, or refuses, and then it is asked again later. */
  async #post(address: string, body: BodyInit): Promise<Response | null> {
    const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } }).catch(
      () => null,
    );
    if (answer?.ok) return answer;
    if (answer?.status === 404) {
      this.#known = false; // the data is not what it was: it gets all of it again
      for (const number of this.#pieces.keys()) this.#unsent.add(number);
    }
    const refused = answer !== null && answer.status < 500 && answer.status !== 404;
    this.listener.waiting(answer ? await sentence(answer) : "sharpen does not answer.", await this.#kept);
    this.#timer = setTimeout(() => void this.#send(), refused ? RETRY_REFUSED : RETRY);
    return null;
  }
}

const lockOf = (id: string) => `recording:${id}`;

/** Send what earlier pages recorded and could not send, where no other page does; `done` is told what each belongs to. */
export async function sendWhatIsKept(listener: Listener, done: (of: string) => void): Promise<void> {
  for (const begun of await keptRecordings()) {
    const free = await navigator.locks.request(lockOf(begun.id), { ifAvailable: true }, (lock) => lock !== null);
    if (!free) continue;
    const pieces = await keptPieces(begun.id);
    if (!pieces.length) {
      await forgetRecording(begun.id); // it ended before anything was said
      continue;
    }
    const recording = new Recording(begun, listener);
    for (const piece of pieces) recording.add(piece.number, piece.seconds, piece.data);
    recording.end(begun.count ?? Math.max(...pieces.map((piece) => piece.number)) + 1);
    void recording.delivered.then(() => done(begun.of));
  }
}
