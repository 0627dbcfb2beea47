/** What this person searched for in this tab: it goes with the tab and at sign-out. */
const most = 6;
const nameOf = (person: string): string => `tansiq.searches.${person}`;

/** The last searches, newest first. */
export const recentSearches = (person: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(person)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string') : [];
  } catch {
    return [];
  }
};

/** Keeps one more. */
export const keepSearch = (person: string, q: string): void => {
  try {
    const kept = [q, ...recentSearches(person).filter((entry) => entry !== q)].slice(0, most);
    sessionStorage.setItem(nameOf(person), JSON.stringify(kept));
  } catch {
    // No storage: nothing is kept.
  }
};
