import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { searchLimits } from '../../../server/capabilities/exchange/search/contract.ts';
import { useWords } from '../../kit/language.tsx';
import { useShortcuts } from '../../kit/shortcuts.tsx';
import styles from './search.module.css';
import { searchWords } from './search-words.ts';

/** Below this width the bar has room for a button: 48em is 768 px. */
const narrow = '(max-width: 48em)';
/** The field of the search screen, where one is showing. */
export const searchFieldId = 'search-text';

/** `/` and Ctrl-K go to the field that is there: the screen's own, or the one in the bar. */
const useSearchKeys = (field: RefObject<HTMLInputElement | null>) => {
  const say = useWords(searchWords);
  const navigate = useNavigate();
  const go = useCallback(() => {
    const there = document.getElementById(searchFieldId) ?? field.current;
    if (there instanceof HTMLInputElement) {
      there.focus();
      there.select();
    } else void navigate({ to: '/search', search: {} });
  }, [field, navigate]);
  useShortcuts(useMemo(() => [{ keys: '/', label: say('shortcut'), run: go }], [say, go]));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isK = event.code === 'KeyK' || event.key.toLowerCase() === 'k';
      if (!isK || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      go();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [go]);
};

/** The field in the top bar; on a phone a button that leads to the screen, and there nothing twice. */
export const SearchField = () => {
  const say = useWords(searchWords);
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const asButton = useMediaQuery(narrow, undefined, { getInitialValueInEffect: false });
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useSearchKeys(field);
  if (path === '/search') return null;
  const open = (q: string): void => {
    setText('');
    void navigate({ to: '/search', search: q === '' ? {} : { q } });
  };
  if (asButton)
    return (
      <ActionIcon variant="subtle" size={44} aria-label={say('go')} onClick={() => open('')}>
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
    );
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open(text.trim());
        }}
      >
        <TextInput
          ref={field}
          type="search"
          classNames={{ input: styles.query }}
          aria-label={say('field')}
          placeholder={say('field')}
          maxLength={searchLimits.query}
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSection={<Kbd size="xs">/</Kbd>}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </search>
  );
};
