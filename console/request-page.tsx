/** The page of a request: the entry that it was made of, and partners asked about what it names. */
import { CheckItem } from './capabilities/matching/check-item.tsx';
import { RequestScreen } from './capabilities/requests/request-screen.tsx';
import { FromEntry } from './capabilities/watch/log/from-entry.tsx';

export const RequestPage = () => (
  <RequestScreen
    origin={(item) => <FromEntry target={item} />}
    actions={(item) => <CheckItem item={item} />}
  />
);
