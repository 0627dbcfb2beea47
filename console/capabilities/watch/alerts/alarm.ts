/**
 * A sound and a notification of the browser for what came in, where the reader asked for it. The notification
 * says that there is an alert, never what it says: it may be shown on a locked screen.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useWords } from '../../../kit/language.tsx';
import { alertWords } from './alert-words.ts';
import { isToAcknowledge, useAlerts } from './queries.ts';

const storageKey = 'tansiq.alarm';
const listeners = new Set<() => void>();

const read = (): boolean => {
  try {
    return localStorage.getItem(storageKey) === 'on';
  } catch {
    return false;
  }
};
let wanted = read();

export const useAlarmWanted = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted,
  );

/** Asks the browser for its leave the first time. */
export const setAlarmWanted = (on: boolean): void => {
  wanted = on;
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // The choice then lasts until the page is closed.
  }
  if (on && 'Notification' in window && Notification.permission === 'default')
    void Notification.requestPermission();
  for (const listener of listeners) listener();
};

const [pitchHz, toneSeconds, loudness] = [880, 0.25, 0.2];

/** Three short tones; silent where the browser forbids sound before the first click. */
const sound = (): void => {
  const audio = new AudioContext();
  const gain = audio.createGain();
  gain.gain.value = loudness;
  gain.connect(audio.destination);
  for (let count = 0; count < 3; count += 1) {
    const tone = audio.createOscillator();
    tone.frequency.value = pitchHz;
    tone.connect(gain);
    tone.start(audio.currentTime + count * 2 * toneSeconds);
    tone.stop(audio.currentTime + (count * 2 + 1) * toneSeconds);
  }
  setTimeout(() => void audio.close(), 3_000);
};

/** Rings when an alert comes in that this service has to acknowledge; not for those that were there. */
export const useAlarm = (enabled: boolean): number => {
  const say = useWords(alertWords);
  const { data } = useAlerts(enabled);
  const on = useAlarmWanted();
  const known = useRef<ReadonlySet<string> | null>(null);
  const waiting = (data ?? []).filter(isToAcknowledge);
  useEffect(() => {
    if (data === undefined) return;
    const ids = new Set(data.filter(isToAcknowledge).map(({ id }) => String(id)));
    const before = known.current;
    known.current = ids;
    const isNew = before !== null && [...ids].some((id) => !before.has(id));
    if (!isNew || !on) return;
    sound();
    if ('Notification' in window && Notification.permission === 'granted')
      new Notification(say('notification'), { tag: 'tansiq-alert' });
  }, [data, on, say]);
  return waiting.length;
};
