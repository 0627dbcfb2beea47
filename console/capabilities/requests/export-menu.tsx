/** A request with its answers as a file: printed in each language, or machine-readable. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { languages } from '../../../server/kernel/faults.ts';
import { queryString } from '../../kit/api.ts';
import { useWords } from '../../kit/language.tsx';
import { languageNames } from '../../kit/language-switch.tsx';
import { pageWords } from './request-words.ts';

const printed = 'pdf';
const stixName = 'STIX 2.1';

const pathOf = (id: string, query: { format: 'stix' | 'pdf'; language?: string }): string =>
  `/api/requests/${encodeURIComponent(id)}/export${queryString(query)}`;

export const ExportMenu = ({ id }: { id: string }) => {
  const say = useWords(pageWords);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {say('download')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item key={language} component="a" href={pathOf(id, { format: 'pdf', language })} download>
            <bdi lang={language}>{languageNames[language]}</bdi> · <bdi>{printed.toUpperCase()}</bdi>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href={pathOf(id, { format: 'stix' })} download>
          <bdi>{stixName}</bdi>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
