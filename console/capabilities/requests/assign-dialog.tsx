/** Gives a request to another desk, or to an officer, with a word to him. */
import { Modal, Stack, Text } from '@mantine/core';
import { readId } from '../../../server/kernel/ids.ts';
import { useWords } from '../../kit/language.tsx';
import { kitWords } from '../../kit/words.ts';
import type { StrandName } from './queries.ts';
import { HandOverForm } from './staff/hand-over-form.tsx';
import { stepWords } from './step-words.ts';

interface Needs {
  readonly strand: StrandName & { readonly desk: string | null; readonly assignee: string | null };
  readonly onClose: () => void;
}

const Form = ({ strand, onClose }: Needs) => {
  const say = useWords(stepWords);
  const kit = useWords(kitWords);
  const [item, addressee] = [readId('item', strand.item), readId('party', strand.addressee)];
  return (
    <Stack>
      <Text size="sm">{say('why-assign')}</Text>
      <HandOverForm
        strands={item === null || addressee === null ? [] : [{ item, addressee }]}
        now={strand}
        label={say('keep')}
        onDone={onClose}
        onCancel={{ label: kit('cancel'), run: onClose }}
      />
    </Stack>
  );
};

export const AssignDialog = ({ opened, strand, onClose }: Needs & { opened: boolean }) => {
  const say = useWords(stepWords);
  const kit = useWords(kitWords);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('assign')}
      closeButtonProps={{ 'aria-label': kit('close') }}
      centered
    >
      {opened && <Form strand={strand} onClose={onClose} />}
    </Modal>
  );
};
