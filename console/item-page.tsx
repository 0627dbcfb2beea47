/** The page of an item: the entry of the log that it was made of, and partners asked about what it names. */
import { ReaderScreen } from './capabilities/exchange/reader.tsx';
import { CheckItem } from './capabilities/matching/check-item.tsx';
import { FromEntry } from './capabilities/watch/log/from-entry.tsx';

export const ItemPage = () => (
  <ReaderScreen
    origin={(item) => <FromEntry target={item} />}
    actions={(item) => <CheckItem item={item} />}
  />
);
