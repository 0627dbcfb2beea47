/** The page of a unit, opened by whoever holds its secret: nobody is signed in here. */
import type { Decision, SystemActor } from '../../kernel/decision.ts';
import { Fault, type Language } from '../../kernel/faults.ts';
import type { Unit } from '../../plumbing/database/index.ts';
import { documentOf, type PrintedDuties } from './duty-document.ts';
import { renderDutyPage } from './duty-page.ts';
import * as duties from './duty-store.ts';
import * as links from './link-store.ts';
import type { RosterNeeds } from './needs-service.ts';
import { mayOpenLink } from './policy.ts';
import { markUntold } from './received-store.ts';
import { hashOfSecret } from './secret.ts';
import { calendarOf, printedOf } from './telling-service.ts';

/** A secret, and in which language its reader wants the page. */
export interface Reading {
  readonly secret: string;
  readonly language?: Language;
}

interface Opened {
  readonly link: links.StoredLink;
  readonly printed: PrintedDuties;
}

export const createPage = (needs: RosterNeeds, kick: () => void) => {
  const { verbs, self, clock } = needs;
  const holder: SystemActor = { kind: 'system', name: 'duty-page', party: self };

  /** Whose secret it is; a unit that the register no longer has shows nothing, whatever its link says. */
  const open = async (unit: Unit, permit: (decision: Decision) => void, secret: string): Promise<Opened> => {
    const link = await links.findBySecret(unit, hashOfSecret(secret));
    permit(mayOpenLink(link, clock.now()));
    const printed = link === null ? null : await printedOf(needs, unit, link.event, link.unit);
    if (link === null || printed === null) throw new Fault('access/absent');
    return { link, printed };
  };

  /** Opens it to read, in the unit's language or the reader's choice; the first time is journalled. */
  const read = <Shown>(
    { secret, language }: Reading,
    show: (printed: PrintedDuties) => Shown,
  ): Promise<Shown> =>
    verbs.read({ actor: holder, verb: 'roster.open-page', subject: null }, async (work) => {
      const opened = await open(work.unit, work.permit, secret);
      if (opened.link.openedAt === null) {
        await links.noteOpened(work.unit, opened.link.id, clock.now());
        work.subject(opened.link.unit);
        work.note({ event: opened.link.event, link: opened.link.id });
      }
      return show({ ...opened.printed, ...(language === undefined ? {} : { language }) });
    });

  return {
    /** The page as HTML. */
    page: (of: Reading): Promise<string> =>
      read(of, (printed) =>
        renderDutyPage({
          ...printed,
          issuer: needs.name[printed.language],
          path: `/duties/${of.secret}`,
          chosen: of.language ?? null,
        }),
      ),

    calendar: (of: Reading): Promise<string> => read(of, calendarOf),

    paper: async (of: Reading): Promise<Uint8Array> =>
      needs.typesetter.typeset(documentOf(await read(of, (printed) => printed))),

    /** The unit says that it read what it was told by then. */
    acknowledge: (secret: string, toldBy: string): Promise<void> =>
      verbs.run({ actor: holder, verb: 'roster.acknowledge', subject: null }, async (work) => {
        const { unit, permit, note, subject } = work;
        const { link } = await open(unit, permit, secret);
        const said = { at: clock.now(), by: 'link', toldBy };
        const read = await duties.acknowledge(unit, { event: link.event, unit: link.unit }, said);
        subject(link.unit);
        note({ event: link.event, duties: read });
        if (read > 0 && link.party !== self)
          await markUntold(unit, { event: link.event, holder: self }, [link]);
        await needs.live.announce(unit, { topic: 'roster.acknowledged', id: link.event });
        unit.afterCommit(kick);
      }),
  };
};
