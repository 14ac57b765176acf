/** What was recorded and is not on the server yet, kept in this browser's IndexedDB until it is. */

export interface Begun {
  id: string;
  of: string;
  media: string;
  began: number; // milliseconds since 1970
  count: number | null; // how many pieces there are, once it is over
}

export interface Piece {
  id: string;
  number: number;
  seconds: number; // when it ends, from the start of the recording
  data: ArrayBuffer;
}

/** Set while anything is kept here, so that other pages need not open the database to see that nothing is. */
const MARK = "recordings-kept";
let opened: Promise<IDBDatabase> | undefined;

export const anythingKept = () => localStorage.getItem(MARK) !== null;

export async function keepBegun(begun: Begun): Promise<boolean> {
  localStorage.setItem(MARK, "1");
  return write((recordings) => recordings.put(begun));
}

export const keepPiece = (piece: Piece) => write((_, pieces) => pieces.put(piece));

export async function forgetRecording(id: string): Promise<void> {
  await write((recordings, pieces) => {
    recordings.delete(id);
    pieces.delete(all(id));
  });
  if ((await keptRecordings()).length === 0) localStorage.removeItem(MARK);
}

export async function keptRecordings(): Promise<Begun[]> {
  return read<Begun[]>("recordings", (store) => store.getAll() as IDBRequest<Begun[]>).catch(() => []);
}

export function keptPieces(id: string): Promise<Piece[]> {
  return read<Piece[]>("pieces", (store) => store.getAll(all(id)) as IDBRequest<Piece[]>);
}

const all = (id: string) => IDBKeyRange.bound([id, 0], [id, Infinity]);

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("recordings", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("recordings", { keyPath: "id" });
      request.result.createObjectStore("pieces", { keyPath: ["id", "number"] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB is not available"));
  });
  return opened;
}

/** Change what is kept; whether that is on the disk now. */
async function write(change: (recordings: IDBObjectStore, pieces: IDBObjectStore) => void): Promise<boolean> {
  try {
    const transaction = (await open()).transaction(["recordings", "pieces"], "readwrite", { durability: "strict" });
    change(transaction.objectStore("recordings"), transaction.objectStore("pieces"));
    return await new Promise((resolve) => {
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
  } catch {
    return false; // no room, or a window that keeps nothing
  }
}

async function read<T>(name: "recordings" | "pieces", ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const request = ask((await open()).transaction(name).objectStore(name));
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB is not available"));
  });
}
