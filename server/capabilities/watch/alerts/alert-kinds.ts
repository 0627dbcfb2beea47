/** The kinds of envelope that carry alerts, what becomes of them, and their acknowledgement. */
export const alertKinds = { alert: 'watch.alert', acknowledgement: 'watch.acknowledgement' } as const;
