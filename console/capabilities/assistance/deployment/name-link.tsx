import { useWords } from '../../../kit/language.tsx';
import { ButtonLink } from '../../../kit/links.tsx';
import { useMe } from '../../parties/session.ts';
import { namingWords } from './naming-words.ts';
import { mayRegister } from './places.ts';

/** From a line whose offer was accepted to the names of those who go. */
export const NameLink = ({ ask, line }: { ask: string; line: string }) => {
  const say = useWords(namingWords);
  const { role } = useMe();
  if (!mayRegister(role)) return null;
  return (
    <ButtonLink size="compact-sm" to="/assistance/names" search={{ ask, line }}>
      {say(role === 'contact-point' ? 'toRelease' : 'title')}
    </ButtonLink>
  );
};
