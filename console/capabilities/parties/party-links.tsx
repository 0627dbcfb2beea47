import { IconAffiliate, IconUsers } from '@tabler/icons-react';
import { useWords } from '../../kit/language.tsx';
import { PlaceLink, type PlaceNeeds } from '../../kit/links.tsx';
import { partiesWords } from './words.ts';

/** Services and links for everyone; this service's people for who keeps their accounts. */
export const PartyLinks = ({ path, role }: PlaceNeeds) => {
  const party = useWords(partiesWords);
  return (
    <>
      <PlaceLink
        to="/services"
        label={party('services')}
        active={path === '/services'}
        leftSection={<IconAffiliate size={18} aria-hidden />}
      />
      {role === 'administrator' && (
        <PlaceLink
          to="/people"
          label={party('people')}
          active={path === '/people'}
          leftSection={<IconUsers size={18} aria-hidden />}
        />
      )}
    </>
  );
};
