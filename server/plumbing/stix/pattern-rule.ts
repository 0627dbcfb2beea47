/** The rule that the pattern of an indicator is one, where it says that it is STIX (§4.7). */
import { stixLimits } from './limits.ts';
import { findPatternFault } from './pattern.ts';
import { pointerTo } from './problems.ts';
import type { Check } from './rules.ts';

/** Patterns of other languages (YARA, Sigma, Snort…) are their makers' own. */
export const soundPattern: Check = (indicator, path, report) => {
  const { pattern, pattern_type: language } = indicator;
  if (language !== 'stix' || typeof pattern !== 'string') return;
  const fault = findPatternFault(pattern);
  if (fault === null) return;
  const at = pointerTo(path, 'pattern');
  if (fault.limit === 'depth')
    report.add(at, 'limit-pattern-depth', `${stixLimits.patternDepth}`, fault.position);
  else if (fault.limit === 'length') report.add(at, 'limit-pattern-length', `${stixLimits.patternLength}`);
  else report.add(at, 'pattern', fault.expected.join('  '), fault.position);
};
