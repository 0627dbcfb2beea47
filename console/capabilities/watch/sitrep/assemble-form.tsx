import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Assemble,
  type ProductKind,
  type ProductLabel,
  productKinds,
  productLabels,
} from '../../../../server/capabilities/watch/sitrep/contract.ts';
import type { Words } from '../../../../server/kernel/faults.ts';
import { ErrorNotice } from '../../../kit/error-notice.tsx';
import { usePick, useReading, useWords } from '../../../kit/language.tsx';
import { kitWords } from '../../../kit/words.ts';
import { useCircles } from '../../agreements/queries.ts';
import { useAssemble } from './queries.ts';
import { sitrepWords } from './sitrep-words.ts';

const spans = ['', '12', '24', '72', '168'] as const;
const hourMs = 3_600_000;

const fromOf = (span: string): Pick<Assemble, 'from'> =>
  span === '' ? {} : { from: new Date(Date.now() - Number(span) * hourMs).toISOString() };

interface Asked {
  readonly product: ProductKind;
  readonly circle: string;
  readonly tlp: ProductLabel;
  readonly span: string;
}

interface FieldsNeeds {
  readonly asked: Asked;
  readonly circles: readonly { readonly id: string; readonly name: Words }[];
  readonly onChange: (asked: Asked) => void;
}

const Fields = ({ asked, circles, onChange }: FieldsNeeds) => {
  const say = useWords(sitrepWords);
  const pick = usePick();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
      <NativeSelect
        label={say('product')}
        value={asked.product}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...asked, product: productKinds.find((kind) => kind === value) ?? asked.product })
        }
        data={productKinds.map((kind) => ({ value: kind, label: say(`product-${kind}`) }))}
      />
      <NativeSelect
        label={say('circle')}
        required
        value={asked.circle}
        onChange={(event) => onChange({ ...asked, circle: event.currentTarget.value })}
        data={[
          { value: '', label: say('pickCircle') },
          ...circles.map(({ id, name }) => ({ value: id, label: pick(name) })),
        ]}
      />
      <NativeSelect
        label={say('period')}
        value={asked.span}
        onChange={(event) => onChange({ ...asked, span: event.currentTarget.value })}
        data={spans.map((hours) => ({
          value: hours,
          label: hours === '' ? say('since') : say('hours', { hours }),
        }))}
      />
      <NativeSelect
        label={say('label')}
        description={say('labelHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={asked.tlp}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...asked, tlp: productLabels.find((label) => label === value) ?? asked.tlp })
        }
        data={productLabels.map((label) => ({ value: label, label: `TLP:${label.toUpperCase()}` }))}
      />
    </SimpleGrid>
  );
};

/** What is asked for: the product, for which circle, over which period. */
export const AssembleForm = ({ first, onDone }: { first: ProductKind; onDone: () => void }) => {
  const say = useWords(sitrepWords);
  const kit = useWords(kitWords);
  const { language } = useReading();
  const navigate = useNavigate();
  const circles = useCircles().data ?? [];
  const assemble = useAssemble();
  const [asked, setAsked] = useState<Asked>({ product: first, circle: '', tlp: 'amber', span: '' });
  const chosen = circles.find(({ id }) => id === asked.circle);
  const ask = (): void => {
    if (chosen === undefined) return;
    const { product, tlp, span } = asked;
    assemble.mutate(
      { product, circle: chosen.id, language, tlp, ...fromOf(span) },
      { onSuccess: ({ id }) => void navigate({ to: '/watch/sitreps/$id', params: { id } }) },
    );
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={say('assemble')}>
      <Stack>
        <Fields asked={asked} circles={circles} onChange={setAsked} />
        {assemble.error ? <ErrorNotice error={assemble.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {kit('cancel')}
          </Button>
          <Button loading={assemble.isPending} disabled={chosen === undefined} onClick={ask}>
            {say('assemble')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
