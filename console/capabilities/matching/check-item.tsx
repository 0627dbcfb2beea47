/** From an item or a request: asks partners about what it names. */
import { IconTargetArrow } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { ButtonLink } from '../../kit/links.tsx';
import { useMe } from '../parties/session.ts';
import { mayAsk } from './places.ts';
import { matchingWords } from './words.ts';

/** Types of objects that can name an identifier. */
const telling: readonly string[] = [
  'identity',
  'infrastructure',
  'user-account',
  'email-addr',
  'ipv4-addr',
  'ipv6-addr',
  'domain-name',
  'file',
  'indicator',
];

interface Needs {
  /** An item, and how many objects of each type it has. */
  readonly item: { readonly id: string; readonly types: Readonly<Record<string, number>> };
}

export const CheckItem = ({ item }: Needs) => {
  const say = useWords(matchingWords);
  const me = useMe();
  const isTelling = telling.some((type) => (item.types[type] ?? 0) > 0);
  if (!isTelling || me.guest || !mayAsk(me.role)) return null;
  return (
    <ButtonLink
      variant="default"
      to="/matching/check"
      search={{ item: item.id }}
      leftSection={<IconTargetArrow size={18} aria-hidden />}
    >
      {say('checkAgainst')}
    </ButtonLink>
  );
};
