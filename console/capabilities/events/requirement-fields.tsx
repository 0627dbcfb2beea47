/** Who is wanted on a post: asked alike where a post is written and where a template is. */
import { MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import {
  type PostDraft,
  powers,
  powerWords,
  requirementLimits,
  specialties,
  specialtyWords,
} from '../../../server/capabilities/events/post-contract.ts';
import { usePick, useWords } from '../../kit/language.tsx';
import { LanguagePicker } from '../../kit/language-picker.tsx';
import { postWords } from './post-words.ts';

type Requirement = PostDraft['requirement'];
interface Needs {
  readonly requirement: Requirement;
  readonly onChange: (requirement: Requirement) => void;
}

export const SpecialtyField = ({ requirement, onChange }: Needs) => {
  const say = useWords(postWords);
  const pick = usePick();
  return (
    <NativeSelect
      label={say('what')}
      value={requirement.specialty}
      data={specialties.map((value) => ({ value, label: pick(specialtyWords[value]) }))}
      onChange={({ currentTarget: { value } }) =>
        onChange({
          ...requirement,
          specialty: specialties.find((one) => one === value) ?? requirement.specialty,
        })
      }
    />
  );
};

/** Languages and powers: two fields of the grid that they are put in. */
export const LanguagesAndPowers = ({ requirement, onChange }: Needs) => {
  const say = useWords(postWords);
  const pick = usePick();
  return (
    <>
      <LanguagePicker
        label={say('languages')}
        most={requirementLimits.languages}
        value={requirement.languages}
        onChange={(languages) => onChange({ ...requirement, languages })}
      />
      <MultiSelect
        label={say('powers')}
        data={powers.map((value) => ({ value, label: pick(powerWords[value]) }))}
        value={requirement.powers}
        onChange={(chosen) =>
          onChange({ ...requirement, powers: powers.filter((one) => chosen.includes(one)) })
        }
      />
    </>
  );
};

export const SkillsField = ({ requirement, onChange }: Needs) => {
  const say = useWords(postWords);
  return (
    <Textarea
      label={say('skills')}
      description={say('skillsTeach')}
      dir="auto"
      rows={2}
      value={requirement.skills.join('\n')}
      onChange={({ currentTarget: { value } }) =>
        onChange({
          ...requirement,
          skills: value === '' ? [] : value.split('\n').slice(0, requirementLimits.skills),
        })
      }
    />
  );
};

/** As it is kept: each skill once, none empty. */
export const withoutGaps = (requirement: Requirement): Requirement => {
  const skills = requirement.skills.map((one) => one.trim()).filter((one) => one !== '');
  return { ...requirement, skills: [...new Set(skills)] };
};
