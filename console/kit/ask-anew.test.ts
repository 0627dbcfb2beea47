/** News that comes while the first answer is on its way: what was answered before it does not stay. */
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { askAnew } from './ask-anew.ts';

/** A screen that shows one list; each question is answered when the test says so. */
const openScreen = (queryKey: readonly string[]) => {
  const client = new QueryClient();
  const answers: ((value: string) => void)[] = [];
  const queryFn = () => new Promise<string>((answer) => answers.push(answer));
  const observer = new QueryObserver(client, { queryKey, queryFn });
  const leave = observer.subscribe(() => undefined);
  const close = () => {
    leave();
    client.clear();
  };
  return { client, answers, shown: () => observer.getCurrentResult().data, close };
};

test('a first answer made before the news is asked for once more', async () => {
  const screen = openScreen(['exchange', 'to-decide']);
  const asked = askAnew(screen.client, { queryKey: ['exchange'] });
  screen.answers[0]?.('nothing to decide');
  await vi.waitFor(() => expect(screen.answers).toHaveLength(2));
  screen.answers[1]?.('one to decide');
  await asked;
  expect(screen.shown()).toBe('one to decide');
  screen.close();
});

test('what was answered is asked anew; what the news does not bear on is left', async () => {
  const screen = openScreen(['exchange', 'inbox']);
  screen.answers[0]?.('empty');
  await vi.waitFor(() => expect(screen.shown()).toBe('empty'));
  await askAnew(screen.client, { queryKey: ['roster'] });
  expect(screen.answers).toHaveLength(1);
  const asked = askAnew(screen.client);
  await vi.waitFor(() => expect(screen.answers).toHaveLength(2));
  screen.answers[1]?.('one item');
  await asked;
  expect(screen.shown()).toBe('one item');
  screen.close();
});
