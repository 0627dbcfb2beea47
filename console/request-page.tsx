/** The page of a request, with the entry of the log that it was made of. */
import { RequestScreen } from './capabilities/requests/request-screen.tsx';
import { FromEntry } from './capabilities/watch/log/from-entry.tsx';

export const RequestPage = () => <RequestScreen origin={(item) => <FromEntry target={item} />} />;
