/** The microphone: its sound, how loud it is, and in plain words why there is none. */

const TYPES = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

/** Why nothing can be recorded here, before anybody is asked; empty where it can. */
export function cannotRecord(): string {
  if (!isSecureContext || !navigator.mediaDevices)
    return "Browsers give a microphone to pages at http://localhost, http://127.0.0.1 or https alone. Open sharpen there to record.";
  if (!("MediaRecorder" in window) || !mediaType())
    return "This browser cannot record sound. Chrome, Edge, Firefox and Safari can.";
  return "";
}

export const mediaType = () => TYPES.find((type) => MediaRecorder.isTypeSupported(type));

/** The sound of the microphone. Throws an Error whose message says why there is none, and what to do. */
export async function listen(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  } catch (problem) {
    throw new Error(whyNot(problem instanceof DOMException ? problem.name : ""), { cause: problem });
  }
}

function whyNot(name: string): string {
  if (name === "NotAllowedError")
    return "The browser may not use the microphone here. Allow it beside the address of this page, then record again.";
  if (name === "NotFoundError")
    return "No microphone was found. Connect one, or switch it on in the settings of your system, then record again.";
  if (name === "NotReadableError")
    return "The microphone does not answer; another program may be using it. Close that, then record again.";
  return `The microphone could not be opened${name ? ` (${name})` : ""}. Check it in the settings of your system.`;
}

/** How loud a stream is, from 0 to 1, for a meter. */
export class Level {
  #context = new AudioContext();
  #analyser = this.#context.createAnalyser();
  #samples = new Float32Array(this.#analyser.fftSize);

  constructor(stream: MediaStream) {
    this.#context.createMediaStreamSource(stream).connect(this.#analyser);
  }

  /** The level now: decibels from -60 up to full, as one hears it. */
  get now(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, one) => sum + one * one, 0) / this.#samples.length;
    return power ? Math.min(1, Math.max(0, 1 + (10 * Math.log10(power)) / 60)) : 0;
  }

  close(): void {
    void this.#context.close();
  }
}
