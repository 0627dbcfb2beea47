/** How actors, verbs and rules of the journal are named to their reader. */
import { useCallback } from 'react';
import { usePick, useWords } from '../../kit/language.tsx';
import { terms } from '../../kit/terms.ts';
import { usePartyName, usePersonName } from '../parties/queries.ts';
import { namedVerbs } from './named-verbs.ts';
import { oversightWords } from './words.ts';

/** A person by name, a partner by its service, the house by what it is. */
export const useActorName = (): ((actor: string) => string) => {
  const say = useWords(oversightWords);
  const personName = usePersonName();
  const partyName = usePartyName();
  return useCallback(
    (actor) => {
      if (actor.startsWith('person--')) return personName(actor) ?? say('unknownPerson');
      if (actor.startsWith('identity--')) return partyName(actor);
      return say('house');
    },
    [say, personName, partyName],
  );
};

const isKnownVerb = (verb: string): verb is keyof typeof namedVerbs => Object.hasOwn(namedVerbs, verb);
const isRole = (role: string): role is keyof typeof terms.roles => Object.hasOwn(terms.roles, role);

/** What was done; null for a verb without words of its own, which is shown as the journal has it. */
export const useVerbName = (): ((verb: string) => string | null) => {
  const say = useWords(namedVerbs);
  return useCallback((verb) => (isKnownVerb(verb) ? say(verb) : null), [say]);
};

export const useRoleName = (): ((role: string | null) => string) => {
  const pick = usePick();
  return useCallback((role) => (role !== null && isRole(role) ? pick(terms.roles[role]) : ''), [pick]);
};

/** The part of an identifier that tells it from the others at a glance. */
export const shortId = (id: string): string => id.slice(id.indexOf('--') + 2).slice(0, 8);
