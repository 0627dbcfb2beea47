import { splitNumbers } from './numbers.ts';

/**
 * A text in which telephones, dates and other numbers in several groups are isolated: beside Arabic letters
 * the groups would be read from the wrong end.
 */
export const WithNumbers = ({ text }: { text: string }) =>
  splitNumbers(text).map(({ at, run, isNumber }) =>
    isNumber ? (
      <bdi key={at} dir="ltr">
        {run}
      </bdi>
    ) : (
      <span key={at}>{run}</span>
    ),
  );
