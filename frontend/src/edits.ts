/** Edits have names, of the page on which they were typed and a count; and how the server says that it refuses one. */

/** A name for a page, which no other page has. */
export function newPage(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join("");
}

/** The page on which the edit that made a version was typed. */
export const pageOf = (version: string) => version.split(".")[0];

/** What the server says of a refusal. */
export async function sentence(answer: Response): Promise<string> {
  const text = await answer.text();
  if (answer.headers.get("content-type")?.startsWith("application/json"))
    return (JSON.parse(text) as { error: string }).error;
  return answer.headers.get("content-type")?.startsWith("text/plain") ? text : `sharpen refused it (${answer.status}).`;
}
