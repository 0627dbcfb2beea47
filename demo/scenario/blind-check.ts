/**
 * What a newcomer can ask the partners about from Rabat and finds: it stands in items of Paris and Madrid
 * that were never sent. The telephone is of those that are kept free for works of fiction (ARCEP,
 * 06 39 98); the person is invented.
 */
export const blindCheckExample = {
  phone: '+33639984017',
  /** Nobody has this one. */
  strangePhone: '+33639984018',
  passport: { country: 'ES', number: 'XDB000417' },
  person: { latin: 'Lucía ARANDA VEGA', arabic: 'لوسيا أراندا فيغا', born: '1996-02-11' },
} as const;
