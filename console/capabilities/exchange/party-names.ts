/** How a service is called on the screens of originator control: one without a link too. */
import { useCallback } from 'react';
import type { NamedParty } from '../../../server/capabilities/exchange/control/contract.ts';
import { usePick, useReading, useWords } from '../../kit/language.tsx';
import { usePartyName, useServices } from '../parties/queries.ts';
import { useMe } from '../parties/session.ts';
import { controlWords } from './control-words.ts';

/** Nobody was named. */
export const nobodyNamed: readonly NamedParty[] = [];

/** As `usePartyName`; a service that is not linked here goes by the name that another gave it. */
export const useNameAmong = (named: readonly NamedParty[]): ((party: string) => string) => {
  const say = useWords(controlWords);
  const pick = usePick();
  const me = useMe();
  const nameOf = usePartyName();
  const { locale } = useReading();
  const { data } = useServices();
  return useCallback(
    (party) => {
      const isLinked = party === me.party.id || data?.some(({ id }) => id === party) === true;
      const told = isLinked ? undefined : named.find((one) => one.party === party);
      if (told === undefined) return nameOf(party);
      const country = new Intl.DisplayNames(locale, { type: 'region' }).of(told.country) ?? told.country;
      const name = pick(told.name);
      return told.saidBy === told.party
        ? say('namedByItself', { name, country })
        : say('namedBy', { name, country, by: nameOf(told.saidBy) });
    },
    [say, pick, me, nameOf, locale, data, named],
  );
};
