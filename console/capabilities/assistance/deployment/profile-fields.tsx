/** Who an officer or a team is, what he can do, and when he is there. */
import { Fieldset, MultiSelect, NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import {
  powers,
  requirementLimits,
  specialties,
} from '../../../../server/capabilities/assistance/contract.ts';
import {
  powerWords,
  specialtyWords,
  unitLimits,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { usePick, useWords } from '../../../kit/language.tsx';
import { LanguagePicker } from '../../../kit/language-picker.tsx';
import { formWords } from './form-words.ts';
import { namingWords } from './naming-words.ts';
import { ArmRows, PaperRows } from './paper-rows.tsx';
import type { ProfileForm } from './profile-draft.ts';

export interface FieldNeeds {
  readonly form: ProfileForm;
  readonly onChange: (change: Partial<ProfileForm>) => void;
}

const Reach = ({ form, onChange }: FieldNeeds) => {
  const say = useWords(formWords);
  return (
    <>
      <TextInput
        label={say('phone')}
        type="tel"
        dir="ltr"
        pattern="[+0-9 \(\)\.\-]*"
        maxLength={unitLimits.phone}
        value={form.phone}
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
      <NumberInput
        label={say('teamSize')}
        required
        min={1}
        max={unitLimits.teamSize}
        clampBehavior="strict"
        allowDecimal={false}
        value={form.teamSize}
        onChange={(value) => onChange({ teamSize: typeof value === 'number' ? value : 1 })}
      />
    </>
  );
};

const Who = ({ form, onChange }: FieldNeeds) => {
  const say = useWords(formWords);
  const name = useWords(namingWords);
  return (
    <Fieldset legend={say('who')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label={name('nameLatin')}
          required
          dir="ltr"
          maxLength={unitLimits.name}
          value={form.nameLatin}
          onChange={(event) => onChange({ nameLatin: event.currentTarget.value })}
        />
        <TextInput
          label={name('nameArabic')}
          dir="rtl"
          maxLength={unitLimits.name}
          value={form.nameArabic}
          onChange={(event) => onChange({ nameArabic: event.currentTarget.value })}
        />
        <TextInput
          label={name('rank')}
          required
          dir="auto"
          maxLength={unitLimits.rank}
          value={form.rank}
          onChange={(event) => onChange({ rank: event.currentTarget.value })}
        />
        <TextInput
          label={say('service')}
          required
          dir="auto"
          maxLength={unitLimits.rank}
          value={form.service}
          onChange={(event) => onChange({ service: event.currentTarget.value })}
        />
        <Reach form={form} onChange={onChange} />
      </SimpleGrid>
    </Fieldset>
  );
};

const Can = ({ form, onChange, isBound }: FieldNeeds & { readonly isBound: boolean }) => {
  const say = useWords(formWords);
  const name = useWords(namingWords);
  const pick = usePick();
  return (
    <Fieldset legend={say('can')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NativeSelect
          label={name('specialty')}
          disabled={isBound}
          value={form.specialty}
          data={specialties.map((value) => ({ value, label: pick(specialtyWords[value]) }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ specialty: specialties.find((one) => one === value) ?? form.specialty })
          }
        />
        <TextInput
          label={say('skills')}
          dir="auto"
          value={form.skills}
          onChange={(event) => onChange({ skills: event.currentTarget.value })}
        />
        <LanguagePicker
          label={name('languages')}
          most={requirementLimits.languages}
          value={form.languages}
          onChange={(languages) => onChange({ languages })}
        />
        <MultiSelect
          label={say('powers')}
          data={powers.map((value) => ({ value, label: pick(powerWords[value]) }))}
          value={form.powers}
          onChange={(chosen) => onChange({ powers: powers.filter((one) => chosen.includes(one)) })}
        />
      </SimpleGrid>
    </Fieldset>
  );
};

const Brings = (needs: FieldNeeds) => {
  const say = useWords(formWords);
  const { form, onChange } = needs;
  const hasDog = form.specialty === 'explosive-dog' || form.dogName !== '';
  return (
    <Fieldset legend={say('brings')}>
      <PaperRows {...needs} />
      <ArmRows {...needs} />
      {hasDog && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="sm">
          <TextInput
            label={say('dogName')}
            dir="auto"
            maxLength={unitLimits.name}
            value={form.dogName}
            onChange={(event) => onChange({ dogName: event.currentTarget.value })}
          />
          <TextInput
            label={say('dogChip')}
            dir="ltr"
            required={form.dogName.trim() !== ''}
            maxLength={unitLimits.serial}
            value={form.dogChip}
            onChange={(event) => onChange({ dogChip: event.currentTarget.value })}
          />
        </SimpleGrid>
      )}
    </Fieldset>
  );
};

const Days = ({ form, onChange }: FieldNeeds) => {
  const say = useWords(formWords);
  return (
    <>
      <TextInput
        type="date"
        required
        label={say('from')}
        value={form.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        required
        min={form.from}
        label={say('until')}
        value={form.until}
        onChange={(event) => onChange({ until: event.currentTarget.value })}
      />
    </>
  );
};

const hours = { hoursPerDay: 24, hoursPer7Days: 168 } as const;

const Duty = (needs: FieldNeeds) => {
  const say = useWords(formWords);
  const { form, onChange } = needs;
  const hasHome = form.homeName.trim() !== '';
  return (
    <Fieldset legend={say('duty')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        <Days {...needs} />
        {(['hoursPerDay', 'hoursPer7Days'] as const).map((name) => (
          <NumberInput
            key={name}
            label={say(name)}
            required
            min={1}
            max={hours[name]}
            clampBehavior="strict"
            allowDecimal={false}
            value={form[name]}
            onChange={(value) => onChange({ [name]: typeof value === 'number' ? value : 1 })}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" mt="sm">
        <TextInput
          label={say('home')}
          dir="auto"
          maxLength={unitLimits.rank}
          value={form.homeName}
          onChange={(event) => onChange({ homeName: event.currentTarget.value })}
        />
        {(['lat', 'lon'] as const).map((name) => (
          <TextInput
            key={name}
            label={say(name)}
            dir="ltr"
            inputMode="decimal"
            required={hasHome}
            pattern="-?[0-9]{1,3}([.,][0-9]+)?"
            value={form[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
};

/** All of it; `isBound` where the line of an ask says the specialty. */
export const ProfileFields = (needs: FieldNeeds & { readonly isBound: boolean }) => (
  <>
    <Who {...needs} />
    <Can {...needs} />
    <Duty {...needs} />
    <Brings {...needs} />
  </>
);
