/** Gives a partner the filter, or the delta, that was announced to him. */
import { Readable } from 'node:stream';
import type { BytesHandler } from '../../federation/index.ts';
import { allow } from '../../kernel/decision.ts';
import type { MatchingNeeds } from './needs-service.ts';
import { releaseMatching } from './policy.ts';
import * as sets from './set-store.ts';

export const createGiving =
  (needs: MatchingNeeds): BytesHandler =>
  ({ party, hash, from }) =>
    needs.verbs.read(
      { actor: { kind: 'peer', party }, verb: 'matching.give-set', subject: null },
      async ({ unit, permit, note, subject }) => {
        permit(allow('matching/partners-may-fetch'));
        const found = await unit.asHouse('matching', (house) => sets.findBytes(house, party, hash));
        if (found === null) return null;
        const agreement = await needs.agreements.find(unit, found.agreement);
        if (agreement === null) return null;
        const { bytes } = found;
        const read = (start: number) => Readable.from([Buffer.from(bytes.subarray(start))]);
        const released = releaseMatching(agreement, party, { hash, bytes: bytes.length, read });
        if (released === null) return null;
        subject(found.agreement);
        note({ hash, bytes: bytes.length, from, disclosedTo: [party] });
        return released;
      },
    );
