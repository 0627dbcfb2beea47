/**
 * A sound and a notification of the browser for what came in, where the reader asked for it. The notification
 * says that there is an alert, never what it says: it may be shown on a locked screen.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useWords } from '../../../kit/language.tsx';
import { isSilent, onSilence, openSoundOnTouch, ring } from './alarm-sound.ts';
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

/** Asks the browser for its leave the first time, by this touch and not before; sounds once, to be known. */
export const setAlarmWanted = (on: boolean): void => {
  wanted = on;
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
  } catch {
    // The choice then lasts until the page is closed.
  }
  if (on && 'Notification' in window && Notification.permission === 'default')
    void Notification.requestPermission();
  if (on) void ring();
  for (const listener of listeners) listener();
};

/** True while the browser keeps the sound back until the page is touched. */
export const useSilence = (): boolean => useSyncExternalStore(onSilence, isSilent);

/** Rings when an alert comes in that this service has to acknowledge; not for those that were there. */
export const useAlarm = (enabled: boolean): number => {
  const say = useWords(alertWords);
  const { data } = useAlerts(enabled);
  const on = useAlarmWanted();
  const known = useRef<ReadonlySet<string> | null>(null);
  const waiting = (data ?? []).filter(isToAcknowledge);
  useEffect(() => (on && enabled ? openSoundOnTouch() : undefined), [on, enabled]);
  useEffect(() => {
    if (data === undefined) return;
    const ids = new Set(data.filter(isToAcknowledge).map(({ id }) => String(id)));
    const before = known.current;
    known.current = ids;
    const isNew = before !== null && [...ids].some((id) => !before.has(id));
    if (!isNew || !on) return;
    void ring();
    if ('Notification' in window && Notification.permission === 'granted')
      new Notification(say('notification'), { tag: 'tansiq-alert' });
  }, [data, on, say]);
  return waiting.length;
};
