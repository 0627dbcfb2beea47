/** Why data on officers is held, and until when: asked before anything is kept. */
import { SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Grounds } from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { dayMs, dayOf, later } from '../../../../server/kernel/time.ts';
import { useWords } from '../../../kit/language.tsx';
import { namingWords } from './naming-words.ts';
import { Card } from './parts.tsx';
import { screenWords } from './unit-catalogues.ts';

const [reviewDays, eraseDays] = [60, 180];

export const isWhole = ({ purpose, legalBasis, reviewOn, eraseOn }: Grounds): boolean =>
  purpose.trim() !== '' && legalBasis.trim() !== '' && reviewOn !== '' && eraseOn !== '';

export const useGrounds = (start?: Grounds) => {
  const [grounds, setGrounds] = useState<Grounds>(() => {
    if (start !== undefined) return start;
    const after = (days: number): string => dayOf(later(new Date().toISOString(), days * dayMs));
    return { purpose: '', legalBasis: '', reviewOn: after(reviewDays), eraseOn: after(eraseDays) };
  });
  const change = (changes: Partial<Grounds>): void => setGrounds((before) => ({ ...before, ...changes }));
  return { grounds, change };
};

export const GroundsPart = ({
  grounds,
  onChange,
}: {
  grounds: Grounds;
  onChange: (change: Partial<Grounds>) => void;
}) => {
  const say = useWords(namingWords);
  const screen = useWords(screenWords);
  return (
    <Card title={screen('kept')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {(['purpose', 'legalBasis', 'reviewOn', 'eraseOn'] as const).map((name) => (
          <TextInput
            key={name}
            required
            label={say(name)}
            type={name.endsWith('On') ? 'date' : 'text'}
            {...(name.endsWith('On') ? {} : { dir: 'auto' })}
            value={grounds[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </Card>
  );
};
