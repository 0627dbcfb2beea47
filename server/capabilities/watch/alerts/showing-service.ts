/** What the verbs of alerts need, by name, and how an alert is shown. */
import type { SystemActor } from '../../../kernel/decision.ts';
import { Fault } from '../../../kernel/faults.ts';
import type { AlertId, EnvelopeId, ItemId, PartyId } from '../../../kernel/ids.ts';
import type { Released } from '../../../kernel/released.ts';
import type { Clock } from '../../../kernel/time.ts';
import type { Database, Unit } from '../../../plumbing/database/index.ts';
import type { Live } from '../../../plumbing/live/index.ts';
import type { Verbs } from '../../../plumbing/verbs/index.ts';
import type { AgreementService } from '../../agreements/index.ts';
import type { LogNeeds } from '../log/log-service.ts';
import { originsOf } from '../log/log-store.ts';
import type { Notices } from '../notices/notices-service.ts';
import { type Country, isLate, type StoredAlert } from './alert.ts';
import * as store from './alert-store.ts';
import type { Alert } from './contract.ts';
import type { releaseAlert } from './policy.ts';

/** What the verbs of alerts need, by name. */
export interface AlertNeeds extends Pick<LogNeeds, 'permitTightened' | 'isTightened'> {
  readonly verbs: Verbs;
  readonly database: Database;
  readonly live: Live;
  readonly clock: Clock;
  readonly self: PartyId;
  readonly house: SystemActor;
  readonly agreements: Pick<AgreementService, 'find' | 'hold' | 'findCircle'>;
  readonly notices: Pick<Notices, 'queue'>;
  isLinked(unit: Unit, party: PartyId): Promise<boolean>;
  send(unit: Unit, released: Released<Parameters<typeof releaseAlert>[3]>): Promise<EnvelopeId>;
}

/** The alert, held until the transaction ends; `access/absent` where the reader may see none. */
export const lockAlert = async (unit: Unit, id: AlertId): Promise<StoredAlert> => {
  const alert = await store.lockAlert(unit, id);
  if (alert === null) throw new Fault('access/absent');
  return alert;
};

/** Shows alerts to their readers; which country has answered is not a guest's to know. */
export const createShowing = ({ self, clock }: Pick<AlertNeeds, 'self' | 'clock'>) => {
  const present = (
    alert: StoredAlert,
    countries: readonly Country[],
    {
      reader,
      entry,
      here,
    }: {
      readonly reader: PartyId;
      readonly entry: Alert['entry'];
      readonly here: ReadonlyMap<ItemId, PartyId>;
    },
  ): Alert => {
    const isOurs = reader === self;
    const { handling, personCategories, releasableTo, ...marking } = alert.marking;
    const {
      holder: _holder,
      desk: _desk,
      sentBy: _by,
      receivedAt: _at,
      acknowledgeMs: _ms,
      ...shown
    } = alert;
    return {
      ...shown,
      own: alert.originator === self,
      entry: isOurs ? entry : null,
      // Whoever names another's item in his alert leads nobody to it.
      items: alert.items.map((item) => ({ id: item, here: here.get(item) === alert.originator })),
      author: isOurs ? alert.author : null,
      marking: {
        ...marking,
        handling: [...handling],
        personCategories: [...personCategories],
        releasableTo: [...releasableTo],
      },
      countries: countries.map((country) => ({ ...country, late: isLate(alert, country, clock.now()) })),
    };
  };

  const one = async (unit: Unit, id: AlertId): Promise<Alert> => {
    const alert = await store.findAlert(unit, id);
    if (alert === null) throw new Fault('access/absent');
    const countries = (await store.countriesOf(unit, [id])).get(id) ?? [];
    const entry = (await originsOf(unit, [id])).get(id) ?? null;
    const here = await store.itemsHere(unit, alert.items);
    return present(alert, countries, { reader: unit.reader.party, entry, here });
  };

  return { present, one };
};
