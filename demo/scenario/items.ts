/** Every item of the demo world, by the date at which it would have been written. */
import { frenchCrimeItems } from './items-france-crime.ts';
import { frenchSecurityItems } from './items-france-security.ts';
import { moroccanCrimeItems } from './items-morocco-crime.ts';
import { moroccanSecurityItems } from './items-morocco-security.ts';
import { spanishItems } from './items-spain.ts';
import type { ScenarioItem } from './world.ts';

export const items: readonly ScenarioItem[] = [
  ...frenchSecurityItems,
  ...frenchCrimeItems,
  ...moroccanSecurityItems,
  ...moroccanCrimeItems,
  ...spanishItems,
].sort((first, second) => first.at.localeCompare(second.at));
