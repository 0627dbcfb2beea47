/** What one reading of foreign STIX may cost. A text beyond any of these is refused, never cut. */
export const stixLimits = {
  bytes: 32 * 1024 * 1024,
  objects: 50_000,
  /** Levels of objects and lists within the text, the bundle itself included. */
  depth: 32,
  /** UTF-16 units in one string; an artifact's payload is the longest there is. */
  stringLength: 8 * 1024 * 1024,
  /** Members of one JSON object. */
  properties: 2_000,
  /** Items of one list. */
  listItems: 50_000,
  /** Selectors in all granular markings of one object. */
  selectors: 1_000,
  /** UTF-16 units of a STIX pattern. */
  patternLength: 1_000_000,
  /** Parentheses within parentheses in a STIX pattern. */
  patternDepth: 100,
  /** How often the removal of one object may lead to the removal of others that only lead to it. */
  waves: 100,
  /** Problems that one reading tells; the rest would say the same. */
  problems: 200,
  /** The same, for each object of a batch that is read object by object. */
  problemsEach: 20,
} as const;
