/** Where the keyboard goes between the board and the panel of a post. */

/** Marks the panel, so that it is found from the board. */
export const panelMark = { 'data-post-panel': true } as const;

/** To the first thing that can be done in the panel. */
export const focusPanel = (): void =>
  document.querySelector<HTMLElement>('[data-post-panel] button')?.focus();

/** Back to the bar from which the panel was opened. */
export const focusBar = (key: string): void =>
  document.querySelector<HTMLElement>(`[data-bar="${CSS.escape(key)}"]`)?.focus();
