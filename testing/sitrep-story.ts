/** What stories of situation reports say again and again: entries for a circle, drafts, documents. */
import { isObject, type Json, type JsonObject } from '../server/kernel/canonical.ts';
import type { Role } from '../server/kernel/decision.ts';
import type { Clock } from '../server/kernel/time.ts';
import { act, agree, nodeOf, ok } from './story.ts';
import { openWorld, type World, type WorldNode } from './world.ts';

export const sitreps = '/api/watch/sitreps';

/** Three nodes under one agreement; France with a circle of two, another of two, and one of all. */
export interface SitrepWorld {
  readonly world: World;
  readonly fr: WorldNode;
  readonly ma: WorldNode;
  readonly es: WorldNode;
  readonly agreement: string;
  readonly circles: { readonly south: string; readonly north: string; readonly all: string };
}

export const openSitrepWorld = async (given: { clock?: Clock } = {}): Promise<SitrepWorld> => {
  const world = await openWorld(['fr', 'ma', 'es'], given);
  const [fr, ma, es] = [nodeOf(world, 'fr'), nodeOf(world, 'ma'), nodeOf(world, 'es')];
  const agreement = await agree([fr, ma, es]);
  const circleOf = async (name: string, members: readonly WorldNode[]): Promise<string> => {
    const names = { ar: `دائرة ${name}`, fr: `Cercle ${name}`, en: `Circle ${name}` };
    const draft = { name: names, kind: 'event', members: members.map(({ party }) => party) };
    return String((await ok(fr.call('service-head', 'POST', '/api/circles', draft))).id);
  };
  const circles = {
    south: await circleOf('sud', [fr, ma]),
    north: await circleOf('nord', [fr, es]),
    all: await circleOf('tous', [fr, ma, es]),
  };
  return { world, fr, ma, es, agreement, circles };
};

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Every paragraph of a report, in order. */
export const paragraphsIn = (sections: Json | undefined): readonly JsonObject[] =>
  objectsIn(sections).flatMap(({ paragraphs }) => objectsIn(paragraphs));

export const textsIn = (sections: Json | undefined): readonly string[] =>
  paragraphsIn(sections).map(({ text }) => String(text));

/** A draft as an editor sends it back; a paragraph that is changed to null is dropped. */
export const editOf = (
  sitrep: JsonObject,
  change: (paragraph: JsonObject) => JsonObject | null = (paragraph) => paragraph,
): JsonObject => ({
  revision: sitrep.revision ?? 1,
  title: sitrep.title ?? null,
  sections: objectsIn(sitrep.sections).map((section) => ({
    key: section.key ?? '',
    paragraphs: objectsIn(section.paragraphs).flatMap(({ id, text, language, source }) => {
      const entry = isObject(source) ? (source.entry ?? null) : null;
      const request = isObject(source) ? (source.request ?? null) : null;
      const changed = change({ id: id ?? '', text: text ?? '', language: language ?? '', entry, request });
      return changed === null ? [] : [changed];
    }),
  })),
});

/** What people of the French node do. */
export const sitrepActs = ({ fr, agreement }: Pick<SitrepWorld, 'fr' | 'agreement'>) => ({
  /** Under its own label: the log would suggest that of the writer's last entry. */
  write: (line: string, more: JsonObject = {}): Promise<JsonObject> => {
    const picked = isObject(more.marking) ? more.marking : {};
    const marking = line.startsWith('/corriger') ? {} : { marking: { tlp: 'amber', ...picked } };
    const entry = { line, language: 'fr', ...more, ...marking };
    return ok(fr.call('watch-officer', 'POST', '/api/watch/log', entry));
  },
  assemble: (asked: JsonObject, role: Role = 'analyst'): Promise<JsonObject> =>
    ok(fr.call(role, 'POST', sitreps, { language: 'fr', ...asked })),
  read: (id: Json | undefined): Promise<JsonObject> =>
    ok(fr.call('analyst', 'GET', `${sitreps}/${String(id)}`)),
  put: (id: Json | undefined, edit: JsonObject, role: Role = 'analyst') =>
    fr.call(role, 'PUT', `${sitreps}/${String(id)}`, edit),
  approve: ({ id, revision }: JsonObject, role: Role = 'centre-head') =>
    fr.call(role, 'POST', `${sitreps}/${String(id)}/approve`, { revision }),
  send: ({ id }: JsonObject): Promise<JsonObject> =>
    ok(fr.call('analyst', 'POST', `${sitreps}/${String(id)}/send`, { agreement, language: 'fr' })),
  beginVersion: ({ id }: JsonObject, role: Role = 'analyst') =>
    fr.call(role, 'POST', `${sitreps}/${String(id)}/versions`),
  release: (item: Json | undefined): Promise<JsonObject> =>
    ok(act(fr, 'contact-point', String(item), 'release', { version: 1 })),
  /** The document as a browser gets it. */
  fetchDocument: async (id: Json | undefined, query: string) => {
    const answer = await fetch(`${fr.address}${sitreps}/${String(id)}/document?${query}`, {
      headers: { authorization: `Bearer ${fr.accounts.get('analyst')?.token ?? ''}` },
    });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  },
});
