import { SegmentedControl } from '@mantine/core';
import { usePick, useWords } from '../../kit/language.tsx';
import { useDesks } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { allDesks, type Filters } from './filters.ts';
import { exchangeWords } from './words.ts';

/**
 * The desk whose inbox is shown when the address names none: the reader's own, where he has one and it takes
 * in what partners send. Other desks get what is assigned to them, and their people would see an empty list.
 */
export const usePresetDesk = (): string | undefined => {
  const me = useMe();
  const desks = useDesks().data ?? [];
  const [own] = me.desks;
  if (!own || me.desks.length > 1) return undefined;
  const desk = desks.find((entry) => entry.id === own.id);
  return desk && (desk.partner !== null || desk.fields.length > 0) ? desk.id : undefined;
};

/** The filters that the list is asked with: `all` desks is no filter. */
export const askedFilters = (filters: Filters, preset: string | undefined): Filters => {
  const { desk, ...others } = filters;
  const wanted = desk ?? preset;
  return wanted === undefined || wanted === allDesks ? others : { ...others, desk: wanted };
};

interface Needs {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** One's own desk or all of them, one click apart; for those who sit at a desk. */
export const DeskChoice = ({ filters, onChange }: Needs) => {
  const say = useWords(exchangeWords);
  const pick = usePick();
  const { desks } = useMe();
  const preset = usePresetDesk();
  if (desks.length === 0) return null;
  return (
    <SegmentedControl
      aria-label={say('desk')}
      style={{ flexWrap: 'wrap' }}
      value={filters.desk ?? preset ?? allDesks}
      data={[
        ...desks.map((desk) => ({ value: String(desk.id), label: pick(desk.name) })),
        { value: allDesks, label: say('allDesks') },
      ]}
      onChange={(desk) => onChange({ ...filters, desk })}
    />
  );
};
