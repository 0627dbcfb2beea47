/** The page of an item, with the entry of the log that it was made of. */
import { ReaderScreen } from './capabilities/exchange/reader.tsx';
import { FromEntry } from './capabilities/watch/log/from-entry.tsx';

export const ItemPage = () => <ReaderScreen origin={(item) => <FromEntry target={item} />} />;
