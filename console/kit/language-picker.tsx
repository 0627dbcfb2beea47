/** Languages that people speak, chosen by their names in the reader's language. */
import { MultiSelect } from '@mantine/core';
import { useReading } from './language.tsx';

/** Those that officers speak most first; ISO 639-1. */
const codes =
  'ar fr en es pt de it nl pl ro el tr ru uk sv da fi cs hu hr bg he fa ur hi zh ja ko wo sw'.split(' ');

interface Needs {
  readonly label: string;
  readonly most: number;
  readonly value: readonly string[];
  readonly onChange: (languages: string[]) => void;
}

export const LanguagePicker = ({ label, most, value, onChange }: Needs) => {
  const { locale } = useReading();
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const offered = [...new Set([...codes, ...value])];
  return (
    <MultiSelect
      label={label}
      searchable
      maxValues={most}
      data={offered.map((code) => ({ value: code, label: names.of(code) ?? code }))}
      value={[...value]}
      onChange={onChange}
    />
  );
};
