/** Where the roster has its plans from: the event, and the register of officers and teams. */
import { type Language, languages } from '../../kernel/faults.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import type { RosterRegister } from '../assistance/index.ts';
import { type EventsReading, eventsLimits } from '../events/index.ts';
import { namesIn, periodOf, planFrom } from './gathering.ts';
import type { RosterSource } from './needs-service.ts';
import type { UnitPerson } from './unit-person.ts';

/** What it reads. */
export interface SourceNeeds {
  readonly self: PartyId;
  readonly events: EventsReading;
  readonly register: RosterRegister;
  readonly answersBefore: RosterSource['answersBefore'];
  /** The node's zone, and the language in which its planners write. */
  readonly zone: string;
  readonly language: Language;
}

const languageOf = (spoken: readonly string[], otherwise: Language): Language =>
  spoken.flatMap((one) => languages.find((language) => language === one) ?? [])[0] ?? otherwise;

/** Reads events and the register as the house: who may ask was decided by the verb that asks. */
export const createSource = (needs: SourceNeeds): RosterSource => {
  const { events, register } = needs;
  const named = async (unit: Unit, event: string) => {
    const found = await events.event(unit, event);
    if (found === null) return null;
    const [venues, objects] = [await events.venues(unit, event), await events.objects(unit, event)];
    return { name: found.name, venues, objects };
  };
  return {
    planOf: (unit, event) =>
      unit.asHouse('roster', async (house) => {
        const found = await named(house, event);
        if (found === null) return null;
        const posts = await events.posts(house, event, { limit: eventsLimits.posts });
        const { zone, language, self: host } = needs;
        const units = posts.length === 0 ? [] : await register.unitsOf(house, event, periodOf(posts));
        return planFrom({ ...found, posts }, units, { host, zone, language });
      }),
    namesOf: (unit, event) =>
      unit.asHouse('roster', async (house) => {
        const found = await named(house, event);
        return found === null ? null : namesIn(found);
      }),
    peopleOf: async (unit, _event, ids) => {
      const people = await unit.asHouse('roster', (house) => register.peopleOf(house, ids));
      return new Map(
        people.map((one): readonly [string, UnitPerson] => {
          const language = languageOf(one.languages, needs.language);
          const name = language === 'ar' && one.nameArabic !== '' ? one.nameArabic : one.nameLatin;
          const { id, party, account, briefing, hosts } = one;
          return [id, { name, party, language, account, briefing, hosts }];
        }),
      );
    },
    answersBefore: needs.answersBefore,
    sentTo: async (unit, party, ids) =>
      new Map((await register.sentTo(unit, party, ids)).map(({ id, nameLatin }) => [id, nameLatin])),
  };
};
