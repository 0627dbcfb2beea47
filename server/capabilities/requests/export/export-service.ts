/**
 * A request as a file: what is asked, what was said and every answer that the reader may take out. Each item
 * in it is an export of its own in the journal, under its own marking and what the node's owner forbids.
 */
import type { Actor } from '../../../kernel/decision.ts';
import { Fault, type Words } from '../../../kernel/faults.ts';
import type { ItemId, PartyId } from '../../../kernel/ids.ts';
import type { PrintedDocument, Typesetter } from '../../../plumbing/documents/index.ts';
import {
  type Bundle,
  extensionDefinitions,
  type StixObject,
  tlpMarkingId,
  toBundle,
} from '../../../plumbing/stix/index.ts';
import type { ItemNeeds } from '../asking-service.ts';
import type { Item, RequestView, StepView } from '../contract.ts';
import { mayFollow } from '../policy.ts';
import { stepToWire } from '../wire.ts';
import { type ExportQuery, exportLimits } from './contract.ts';
import { printRequest } from './document.ts';

export interface ExportNeeds extends ItemNeeds {
  readonly typesetter: Typesetter;
  readonly timeZone: string;
  readonly service: { readonly name: Words };
  services(): Promise<readonly { readonly id: PartyId; readonly name: Words }[]>;
}

/** A request as it is given out. */
export type GivenRequest =
  | { readonly format: 'stix'; readonly name: string; readonly bundle: Bundle }
  | { readonly format: 'pdf'; readonly name: string; readonly bytes: Uint8Array };

/** What keeps one answer out of the file and leaves the others in it. */
const leftOut: readonly string[] = ['access/absent', 'access/refused', 'exchange/wrong-state'];

/** Each object once, the first that there is of it. */
const together = (objects: readonly StixObject[]): readonly StixObject[] =>
  [...new Map(objects.toReversed().map((object) => [object.id, object])).values()].reverse();

export const createExport = (
  needs: ExportNeeds,
  show: (actor: Actor, id: ItemId) => Promise<RequestView>,
) => {
  const { verbs, clock, exchange } = needs;
  const { service: items, held } = exchange;

  /** The exports of those of the items that the reader may take out; of the first one always, or a fault. */
  const taken = async (
    actor: Actor,
    id: ItemId,
    answers: readonly ItemId[],
  ): Promise<Map<ItemId, Bundle>> => {
    const bundles = new Map([[id, await items.exportBundle(actor, id)]]);
    for (const answer of answers)
      try {
        bundles.set(answer, await items.exportBundle(actor, answer));
      } catch (error) {
        if (!(error instanceof Fault && leftOut.includes(error.code))) throw error;
      }
    return bundles;
  };

  const stepObject = (item: ItemId, step: StepView, request: RequestView): StixObject => ({
    ...stepToWire({ ...step, item, dueAt: null }),
    // On the link a step is under the marking of its item; in a file it says so itself.
    object_marking_refs: [tlpMarkingId(request.item.marking.tlp)],
  });

  const gather = async (actor: Actor, id: ItemId, format: ExportQuery['format']) => {
    await verbs.run({ actor, verb: 'requests.export', subject: id }, async (work) => {
      const item = await held.find(work.unit, id);
      if (item === null) throw new Fault('access/absent');
      work.permit(mayFollow(actor, item));
      await held.permit(work, { actor, act: 'export', item });
      work.note({ format });
    });
    const request = await show(actor, id);
    const told = [...new Set(request.steps.flatMap((step) => step.answers))];
    return { request, bundles: await taken(actor, id, told.slice(0, exportLimits.answers)) };
  };

  const bundleOf = async (actor: Actor, id: ItemId): Promise<Bundle> => {
    const { request, bundles } = await gather(actor, id, 'stix');
    const steps = request.steps.map((step) => stepObject(id, step, request));
    const definitions = steps.length > 0 ? [extensionDefinitions['x-tansiq-request-step']] : [];
    return toBundle(
      together([...[...bundles.values()].flatMap(({ objects }) => objects), ...definitions, ...steps]),
    );
  };

  const print = async (actor: Actor, id: ItemId, query: ExportQuery): Promise<PrintedDocument> => {
    const { request, bundles } = await gather(actor, id, 'pdf');
    const answers: Item[] = [];
    for (const answer of bundles.keys()) if (answer !== id) answers.push(await items.read(actor, answer));
    const names = new Map((await needs.services()).map(({ id: party, name }) => [party, name]));
    const { language = 'en' } = query;
    return printRequest({
      ...{ request, answers, language, timeZone: needs.timeZone, now: clock.now() },
      issuer: needs.service.name,
      nameOf: (party) => names.get(party) ?? { ar: party, fr: party, en: party },
    });
  };

  return {
    print,

    /** One bundle, or a document. Typesetting holds no transaction open. */
    exportRequest: async (actor: Actor, id: ItemId, query: ExportQuery): Promise<GivenRequest> => {
      const name = `request-${id.slice(-12)}`;
      if (query.format === 'stix')
        return { format: 'stix', name: `${name}.json`, bundle: await bundleOf(actor, id) };
      const printed = await print(actor, id, query);
      const bytes = await needs.typesetter.typeset(printed);
      return { format: 'pdf', name: `${name}-${printed.language}.pdf`, bytes };
    },
  };
};
