/** Seconds as one reads them on a clock: 12:07, or 1:12:07. */
export function clock(seconds: number): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    Math.floor(seconds % 60),
  ];
  return hours ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}
