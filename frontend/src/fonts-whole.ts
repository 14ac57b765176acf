/**
 * In place of Excalidraw's subsetting of fonts in exported pictures: two megabytes of WebAssembly, which our
 * Content-Security-Policy would have to allow. A picture gets the whole of each font it uses, some tens of kilobytes.
 */
export const Commands = {};

export async function subsetToBase64(font: ArrayBuffer): Promise<string> {
  return toBase64(font);
}

export async function toBase64(font: ArrayBuffer): Promise<string> {
  let bytes = "";
  for (const byte of new Uint8Array(font)) bytes += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(bytes)}`;
}
