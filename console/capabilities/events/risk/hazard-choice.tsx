import { NativeSelect } from '@mantine/core';
import {
  type HazardName,
  hazards,
  hazardWords,
} from '../../../../server/capabilities/events/risk/contract.ts';
import { usePick, useWords } from '../../../kit/language.tsx';
import { riskWords } from './risk-words.ts';

interface Needs {
  readonly value: HazardName | undefined;
  readonly onChange: (hazard: HazardName | undefined) => void;
}

/** One hazard, or all of them. */
export const HazardChoice = ({ value, onChange }: Needs) => {
  const say = useWords(riskWords);
  const pick = usePick();
  return (
    <NativeSelect
      label={say('hazard')}
      value={value ?? ''}
      data={[
        { value: '', label: say('allHazards') },
        ...hazards.map((hazard) => ({ value: hazard, label: pick(hazardWords[hazard].name) })),
      ]}
      onChange={(event) => onChange(hazards.find((one) => one === event.currentTarget.value))}
    />
  );
};
