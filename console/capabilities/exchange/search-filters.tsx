import { Button, Collapse, NativeSelect, Paper, SimpleGrid, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { itemStates } from '../../../server/capabilities/exchange/contract.ts';
import {
  type FilterKind,
  fieldNames,
  type SearchAnswer,
  typeNames,
} from '../../../server/capabilities/exchange/search/contract.ts';
import { fields, tlps } from '../../../server/kernel/marking.ts';
import { dayMs, dayOf, later } from '../../../server/kernel/time.ts';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { markingWords } from '../../kit/marking-words.ts';
import { terms } from '../../kit/terms.ts';
import { tlpText } from '../../kit/tlp-label.tsx';
import { useServices } from '../parties/queries.ts';
import { withFilter } from './search-text.ts';
import { searchWords } from './search-words.ts';
import { stixTypeWords } from './stix-words.ts';
import { exchangeWords } from './words.ts';

interface Needs {
  readonly q: string;
  /** What the filters of the query mean, as the node read them. */
  readonly filters: SearchAnswer['filters'];
  readonly onAsk: (q: string) => void;
}

const isTypeWord = (type: string): type is keyof typeof stixTypeWords => Object.hasOwn(stixTypeWords, type);

/** How a field is written in a query in the reader's language. */
const useFieldText = () => {
  const { language } = useReading();
  return (field: (typeof fields)[number]): string =>
    language === 'en' ? field : (fieldNames[field][language === 'ar' ? 0 : 1] ?? field);
};

const useChoices = () => {
  const say = useWords(searchWords);
  const pick = usePick();
  const type = useWords(stixTypeWords);
  const services = useServices().data ?? [];
  const any = { value: '', label: say('any') };
  const types = Object.keys(typeNames).filter(isTypeWord);
  return {
    services,
    tlp: [any, ...tlps.map((value) => ({ value, label: tlpText(value) }))],
    field: [any, ...fields.map((value) => ({ value, label: pick(terms.fields[value]) }))],
    from: [any, ...services.map(({ id, name }) => ({ value: id, label: pick(name) }))],
    state: [any, ...itemStates.map((value) => ({ value, label: pick(terms.states.item[value]) }))],
    type: [any, ...types.map((value) => ({ value, label: type(value) }))],
  };
};

interface DayNeeds {
  readonly label: string;
  readonly value: string;
  readonly onDay: (day: string) => void;
}

const DayInput = ({ label, value, onDay }: DayNeeds) => (
  <TextInput type="date" label={label} value={value} onChange={(event) => onDay(event.currentTarget.value)} />
);

const Controls = ({ q, filters, onAsk }: Needs) => {
  const say = useWords(searchWords);
  const exchange = useWords(exchangeWords);
  const marking = useWords(markingWords);
  const pick = usePick();
  const { language } = useReading();
  const choices = useChoices();
  const fieldText = useFieldText();
  const set = (kind: FilterKind, value: string): void => onAsk(withFilter(q, kind, value, language));
  const serviceText = (id: string): string => {
    const service = choices.services.find((one) => one.id === id);
    return service === undefined ? '' : pick(service.name);
  };
  const select = (
    kind: 'tlp' | 'field' | 'from' | 'state' | 'type',
    label: string,
    value: string | undefined,
    write: (chosen: string) => string = (chosen) => chosen,
  ) => (
    <NativeSelect
      label={label}
      data={choices[kind]}
      value={value ?? ''}
      onChange={(event) =>
        set(kind, event.currentTarget.value === '' ? '' : write(event.currentTarget.value))
      }
    />
  );
  const day = (kind: 'after' | 'before', value: string) => (
    <DayInput label={say(kind)} value={value} onDay={(chosen) => set(kind, chosen)} />
  );
  const { before } = filters;
  return (
    <Paper withBorder p="sm" mt="xs">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        {select('tlp', exchange('marking'), filters.tlps[0])}
        {select('field', marking('field'), filters.fields[0], (chosen) => {
          const field = fields.find((one) => one === chosen);
          return field === undefined ? '' : fieldText(field);
        })}
        {select('from', exchange('party'), filters.from[0], serviceText)}
        {select('state', say('state'), filters.states[0])}
        {select('type', say('type'), filters.types[0])}
        {day('after', filters.after ?? '')}
        {day('before', before === null ? '' : dayOf(later(`${before}T00:00:00.000Z`, -dayMs)))}
      </SimpleGrid>
    </Paper>
  );
};

/** The filters as controls: what they set is written into the query, where it can be read and changed. */
export const SearchFilters = (needs: Needs) => {
  const say = useWords(searchWords);
  const { types, from, fields: named, tlps: labels, states, after, before } = needs.filters;
  const isSet = [types, from, named, labels, states].some((list) => list.length > 0) || after !== before;
  const [opened, setOpened] = useState(isSet);
  return (
    <div>
      <Button
        variant="default"
        size="xs"
        aria-expanded={opened}
        leftSection={<IconFilter size={16} aria-hidden />}
        onClick={() => setOpened(!opened)}
      >
        {say('filters')}
      </Button>
      <Collapse expanded={opened} transitionDuration={0}>
        <Controls {...needs} />
      </Collapse>
    </div>
  );
};
