import { Group, Kbd, Modal, Table } from '@mantine/core';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWords } from './language.tsx';
import { usePreferences } from './preferences.ts';
import { kitWords } from './words.ts';

/** `keys` is one key (`c`) or two in a row (`g i`). */
export interface Shortcut {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}

/** How long the second key of a sequence may take. */
const sequenceMs = 1_200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const inDialog = (): boolean => document.querySelector('[role="dialog"],[role="menu"]') !== null;

/** The key as the shortcuts name it. On an Arabic layout the letter is read from the key's place. */
const keyOf = (event: KeyboardEvent): string => {
  if (event.key === '؟') return '?';
  if (/^[\x20-\x7e]$/.test(event.key) || event.key.length > 1) return event.key;
  return event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : event.key;
};

interface Registry {
  readonly add: (shortcut: Shortcut) => () => void;
  readonly showHelp: () => void;
}
const RegistryContext = createContext<Registry>({ add: () => () => {}, showHelp: () => {} });

/** Makes shortcuts work while the component is mounted, and lists them in the help. */
export const useShortcuts = (shortcuts: readonly Shortcut[]): void => {
  const { add } = useContext(RegistryContext);
  useEffect(() => {
    const removals = shortcuts.map(add);
    return () => {
      for (const remove of removals) remove();
    };
  }, [add, shortcuts]);
};

export const useShortcutHelp = (): (() => void) => useContext(RegistryContext).showHelp;

const Help = ({ list, onClose }: { list: readonly Shortcut[] | null; onClose: () => void }) => {
  const say = useWords(kitWords);
  return (
    <Modal
      opened={list !== null}
      onClose={onClose}
      title={say('shortcuts')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Table>
        <Table.Tbody>
          {(list ?? []).map((shortcut) => (
            <Table.Tr key={`${shortcut.keys}${shortcut.label}`}>
              <Table.Td>{shortcut.label}</Table.Td>
              <Table.Td>
                <Group gap={6} dir="ltr">
                  {shortcut.keys.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
};

/** Listens once for the whole console. Never while someone types, nor in a dialog, nor when switched off. */
export const ShortcutsProvider = ({ children }: { children: ReactNode }) => {
  const say = useWords(kitWords);
  const enabled = usePreferences().shortcuts;
  const list = useRef<readonly Shortcut[]>([]);
  const [help, setHelp] = useState<readonly Shortcut[] | null>(null);
  const add = useCallback((shortcut: Shortcut) => {
    list.current = [...list.current, shortcut];
    return () => {
      list.current = list.current.filter((entry) => entry !== shortcut);
    };
  }, []);
  // Of two on the same key the later one works: it alone is named.
  const showHelp = useCallback(
    () =>
      setHelp(
        list.current.filter(({ keys }, at, all) => !all.slice(at + 1).some((one) => one.keys === keys)),
      ),
    [],
  );
  const registry = useMemo(() => ({ add, showHelp }), [add, showHelp]);
  useEffect(() => add({ keys: '?', label: say('shortcutsHelp'), run: showHelp }), [add, say, showHelp]);
  useEffect(() => {
    if (!enabled) return;
    let first = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || inDialog()) return;
      const key = keyOf(event);
      const sequence = event.timeStamp - first.at < sequenceMs ? `${first.key} ${key}` : '';
      const found = list.current.findLast((entry) => entry.keys === sequence || entry.keys === key);
      first = { key, at: event.timeStamp };
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled]);
  return (
    <RegistryContext.Provider value={registry}>
      {children}
      <Help list={help} onClose={() => setHelp(null)} />
    </RegistryContext.Provider>
  );
};
