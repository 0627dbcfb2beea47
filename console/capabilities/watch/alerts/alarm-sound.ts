/**
 * The sound of an alert. A browser lets a page sound once its reader has touched it: until then the sound
 * waits, and the screen says so.
 */
const [pitchHz, toneSeconds, loudness, tones] = [880, 0.25, 0.2, 3];

let audio: AudioContext | null = null;
let silent = false;
const listeners = new Set<() => void>();

const setSilent = (value: boolean): void => {
  silent = value;
  for (const listener of listeners) listener();
};

/** True while the browser keeps back a sound that was due. */
export const isSilent = (): boolean => silent;
export const onSilence = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The page's one audio context, as far awake as the browser allows. */
const wake = async (): Promise<AudioContext> => {
  audio ??= new AudioContext();
  if (audio.state !== 'running')
    await Promise.race([audio.resume(), new Promise((go) => setTimeout(go, 300))]);
  return audio;
};

const play = (context: AudioContext): void => {
  const gain = context.createGain();
  gain.gain.value = loudness;
  gain.connect(context.destination);
  for (let count = 0; count < tones; count += 1) {
    const tone = context.createOscillator();
    tone.frequency.value = pitchHz;
    tone.connect(gain);
    tone.start(context.currentTime + count * 2 * toneSeconds);
    tone.stop(context.currentTime + (count * 2 + 1) * toneSeconds);
  }
};

/** Three short tones; where the browser keeps them back, `isSilent` says so until the page is touched. */
export const ring = async (): Promise<void> => {
  const context = await wake();
  if (context.state !== 'running') return setSilent(true);
  setSilent(false);
  play(context);
};

/** Opens the sound at the reader's next touch, so that an alert is heard although nothing was clicked. */
export const openSoundOnTouch = (): (() => void) => {
  const touched = async (): Promise<void> => {
    stop();
    const wasSilent = silent;
    await wake();
    // What was due and kept back is heard now.
    if (wasSilent) await ring();
  };
  const hear = (): void => void touched();
  const stop = (): void => {
    removeEventListener('pointerdown', hear);
    removeEventListener('keydown', hear);
  };
  addEventListener('pointerdown', hear);
  addEventListener('keydown', hear);
  return stop;
};
