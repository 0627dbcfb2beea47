/** How the options that several commands have in common are read. */
import { InvalidArgumentError } from 'commander';

/** Reads a whole number within bounds; for commander, which names the option in its message. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return number;
  };

const highestPort = 65_535;
export const portNumber = wholeNumber(1, highestPort);

/** Gathers an option that may be given more than once. */
export const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];
