/** Copies of what is not saved yet, in this browser: one for each page on which it was typed. */

export interface Copy {
  source: string;
  trials: string[];
  base: string; // the version that the page saw last
  edit: string;
  at: number; // when the last key was pressed
}

/** What earlier pages kept, and the first of them that sharpen made, which knew no versions and had `cases`. */
type Kept = Partial<Copy> & { source: string; cases?: string[]; at: number };

/** Keep a copy; whether there was room. */
export function keep(problem: string, page: string, copy: Copy): boolean {
  return put(localStorage, `draft:${problem}:${page}`, copy);
}

export function put(storage: Storage, key: string, value: unknown): boolean {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  localStorage.removeItem(key);
}

/** The copies of a problem by their keys, the latest first; `old` is what to make of one without versions. */
export function copies(problem: string, old: (copy: Kept) => Copy | null): [string, Copy][] {
  const found: [string, Copy][] = [];
  for (const key of Object.keys(localStorage)) {
    if (key !== `draft:${problem}` && !key.startsWith(`draft:${problem}:`)) continue;
    const copy = read(key, old);
    if (copy) found.push([key, copy]);
    else forget(key);
  }
  return found.sort(([, one], [, other]) => other.at - one.at);
}

function read(key: string, old: (copy: Kept) => Copy | null): Copy | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key)!) as Kept;
    const copy = { ...kept, trials: kept.trials ?? kept.cases ?? [] };
    return kept.edit ? (copy as Copy) : old(copy);
  } catch {
    return null; // nobody can have written this with care
  }
}
