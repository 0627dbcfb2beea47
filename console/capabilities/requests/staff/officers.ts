/** Who can be given work, by name: those who are there first, and of them who has least. */
import { useWords } from '../../../kit/language.tsx';
import { usePersonName } from '../../parties/queries.ts';
import { useStaff } from './queries.ts';
import { staffWords } from './staff-words.ts';

export const useOfficers = () => {
  const say = useWords(staffWords);
  const nameOf = usePersonName();
  const officers = useStaff().data?.officers ?? [];
  const sorted = officers.toSorted(
    (one, other) => Number(one.absent) - Number(other.absent) || one.open - other.open,
  );
  return sorted.map(({ person, desks, open, absent }) => {
    const name = nameOf(person) ?? '…';
    const label = absent ? say('away', { name }) : say('officer', { name, count: open });
    return { value: String(person), id: person, desks, absent, name, label };
  });
};
