/** Officers of a table as they were read, before they are kept. */

import { CloseButton, Table, Text } from '@mantine/core';
import {
  type Profile,
  specialtyWords,
} from '../../../../server/capabilities/assistance/deployment/contract.ts';
import { usePick, useWords } from '../../../kit/language.tsx';
import { Name } from '../../../kit/name.tsx';
import { useLanguageNames } from '../parts.tsx';
import { namingWords } from './naming-words.ts';
import { Scroll } from './parts.tsx';
import { certificateWords } from './unit-catalogues.ts';

interface Needs {
  readonly profiles: readonly Profile[];
  readonly onRemove: (at: number) => void;
}

export const ProfilesTable = ({ profiles, onRemove }: Needs) => {
  const say = useWords(namingWords);
  const paper = useWords(certificateWords);
  const pick = usePick();
  const languages = useLanguageNames();
  return (
    <Scroll label={say('title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(['nameLatin', 'nameArabic', 'rank', 'specialty', 'languages', 'papers'] as const).map((key) => (
              <Table.Th key={key}>{say(key)}</Table.Th>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {profiles.map((profile, at) => (
            <Table.Tr key={`${profile.nameLatin} ${profile.phone}`}>
              <Table.Td>
                <Name>{profile.nameLatin}</Name>
              </Table.Td>
              <Table.Td>
                <Name>{profile.nameArabic}</Name>
              </Table.Td>
              <Table.Td>
                <Name>{profile.rank}</Name>
              </Table.Td>
              <Table.Td>{pick(specialtyWords[profile.specialty])}</Table.Td>
              <Table.Td>{languages(profile.languages)}</Table.Td>
              <Table.Td>
                {profile.certificates.map((one) => (
                  <Text key={`${one.kind} ${one.number}`} size="sm">
                    {paper(one.kind)}
                  </Text>
                ))}
              </Table.Td>
              <Table.Td>
                <CloseButton aria-label={say('remove')} onClick={() => onRemove(at)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
};
