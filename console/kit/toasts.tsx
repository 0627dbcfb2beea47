import { Button, CloseButton, Group, Paper, Stack, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useWords } from './language.tsx';
import styles from './toasts.module.css';
import { kitWords } from './words.ts';

/** Long enough to read two lines and reach the undo button. */
const shownMs = 9_000;

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

type Show = (toast: { text: string; undo?: () => void }) => void;

const ToastsContext = createContext<Show>(() => {});

/** Says briefly that something was done. What went wrong is shown where it happened, never here. */
export const useToasts = (): Show => useContext(ToastsContext);

const ToastCard = ({ toast, onClose }: { toast: Toast; onClose: () => void }) => {
  const say = useWords(kitWords);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, shownMs);
    return () => clearTimeout(timer);
  }, [held, onClose]);
  const hold = { onMouseEnter: () => setHeld(true), onFocus: () => setHeld(true) };
  const release = { onMouseLeave: () => setHeld(false), onBlur: () => setHeld(false) };
  return (
    <Paper withBorder shadow="md" p="sm" className={styles.toast} {...hold} {...release}>
      <Group wrap="nowrap" justify="space-between">
        <Text size="sm">{toast.text}</Text>
        <Group gap="xs" wrap="nowrap">
          {toast.undo && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                toast.undo?.();
                onClose();
              }}
            >
              {say('undo')}
            </Button>
          )}
          <CloseButton aria-label={say('close')} onClick={onClose} />
        </Group>
      </Group>
    </Paper>
  );
};

export const ToastsProvider = ({ children }: { children: ReactNode }) => {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const say = useWords(kitWords);
  const show = useCallback<Show>((toast) => {
    // What can be undone stays for its time; of the others the last is enough, and covers less.
    setToasts((before) => [
      ...before.filter(({ undo }) => undo !== undefined).slice(-2),
      { ...toast, id: (before.at(-1)?.id ?? 0) + 1 },
    ]);
  }, []);
  const close = useMemo(
    () => (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)),
    [],
  );
  return (
    <ToastsContext.Provider value={show}>
      {children}
      <section className={styles.region} aria-live="polite" aria-label={say('notifications')}>
        <Stack gap="xs">
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
          ))}
        </Stack>
      </section>
    </ToastsContext.Provider>
  );
};
