import { IconCirclesRelation, IconFileText } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink } from '../../kit/links.tsx';
import { agreementsWords } from './words.ts';

const places = [
  { to: '/agreements', icon: IconFileText, words: 'agreements' },
  { to: '/circles', icon: IconCirclesRelation, words: 'circles' },
] as const;

/** On what ground, and among whom, something is exchanged. */
export const AgreementLinks = ({ path }: { path: string }) => {
  const say = useWords(agreementsWords);
  return places.map(({ to, icon: Icon, words }) => (
    <PlaceLink
      key={to}
      to={to}
      label={say(words)}
      active={path.startsWith(to)}
      leftSection={<Icon size={18} aria-hidden />}
    />
  ));
};
