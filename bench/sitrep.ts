/**
 * A situation report of two thousand entries on a node that runs as in life: assembled from its log, held
 * against the one before, and typeset in three languages; row security on, over HTTP.
 */
import type { JsonObject } from '../server/kernel/canonical.ts';
import type { ProcessNode } from '../testing/process-node.ts';
import { good, openProcessWorld, type ProcessWorld } from '../testing/process-world.ts';
import { type Measure, measuresOf, percentile, secondsOf, timesOf } from './measure.ts';

const measure = measuresOf('sitrep');
const entries = 2_000;
const rounds = 5;
const path = '/api/watch/sitreps';

/** Entries of the past day for a circle of two, in three languages; as the superuser. */
const fill = async (node: ProcessNode, partner: string): Promise<void> => {
  await node.rows(
    `with said as (
      select 'entry--' || gen_random_uuid() as id, n,
        now() - interval '1 hour' - n * interval '20 seconds' as at,
        (array['fr', 'ar', 'en'])[1 + n % 3] as language,
        (array['incident', 'decision', 'call', 'note'])[1 + n % 4] as kind
      from generate_series(1, $3::int) n
    ), kept as (
      insert into watch_entry (id, number, holder, kind, language, happened_at, recorded_at, tlp_rank,
        releasable_to, personal, review_on, erase_on, marking, content_hash)
      select id, 100000 + n, $1, kind, language, at, at, 2, array[$1, $2], false, current_date + 30,
        current_date + 90, jsonb_build_object('tlp', 'amber', 'pap', 'amber', 'handling', '["H1"]'::jsonb,
          'grading', '{"scheme": "admiralty", "source": "B", "information": "2"}'::jsonb,
          'field', 'event-security', 'purpose', 'event-protection', 'legalBasis', 'Article 4',
          'personCategories', '[]'::jsonb, 'releasableTo', jsonb_build_array($1::text, $2::text),
          'reviewOn', current_date + 30, 'eraseOn', current_date + 90),
        repeat('0', 64)
      from said returning id
    )
    insert into watch_content (entry, salt, text)
    select id, 'salt', case language
      when 'ar' then 'تدفق كبير على البوابة رقم ' || n || '، ورُصدت حقيبة مشبوهة قرب المدخل الشمالي.'
      when 'fr' then 'Affluence à la porte ' || n || ' ; un sac suspect près de l’entrée nord, équipe prévenue.'
      else 'Large flow at gate ' || n || '; a suspicious bag near the northern entrance.' end
    from said where id in (select id from kept) or true`,
    [node.party, partner, entries],
  );
  await node.rows('analyze watch_entry, watch_content');
};

const fetchDocument = async (node: ProcessNode, id: string, query: string): Promise<number> => {
  const { publicAddress } = node.settings;
  const answer = await fetch(`${publicAddress}${path}/${id}/document?${query}`, {
    headers: { authorization: `Bearer ${node.tokenOf('analyst')}` },
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.arrayBuffer()).byteLength;
};

const measureDocuments = async (node: ProcessNode, id: string): Promise<readonly Measure[]> => {
  const measures: Measure[] = [];
  const first = await secondsOf(() => fetchDocument(node, id, 'format=pdf&language=fr'));
  measures.push(measure('pdf-of-2k-first', first * 1000, 'ms'));
  for (const language of ['ar', 'fr', 'en']) {
    const times = await timesOf(rounds, () => fetchDocument(node, id, `format=pdf&language=${language}`));
    measures.push(measure(`pdf-of-2k-${language}-p50`, percentile(times, 0.5), 'ms'));
  }
  const pages = await timesOf(rounds, () => fetchDocument(node, id, 'format=html&language=ar'));
  measures.push(measure('html-of-2k-p50', percentile(pages, 0.5), 'ms'));
  const bytes = await fetchDocument(node, id, 'format=pdf&language=ar');
  measures.push(measure('pdf-of-2k-size', bytes / 1024, 'KiB'));
  return measures;
};

const measureNode = async ({ nodes }: ProcessWorld): Promise<readonly Measure[]> => {
  const [node, partner] = nodes;
  if (node === undefined || partner === undefined) throw new Error('bug: no nodes');
  const name = { ar: 'دائرة', fr: 'Cercle', en: 'Circle' };
  const members = [node.party, partner.party];
  const circle = await good(
    node.call('service-head', 'POST', '/api/circles', { name, kind: 'event', members }),
  );
  await fill(node, partner.party);
  const asked = { product: 'daily', circle: circle.id, language: 'fr' };
  let made: JsonObject = {};
  const times = await timesOf(rounds, async () => {
    made = await good(node.call('analyst', 'POST', path, asked));
  });
  const id = String(made.id);
  const both = await secondsOf(async () => {
    const fresh = await good(node.call('analyst', 'POST', path, asked));
    await fetchDocument(node, String(fresh.id), 'format=pdf&language=ar');
  });
  return [
    measure('assemble-2k-p50', percentile(times, 0.5), 'ms'),
    ...(await measureDocuments(node, id)),
    measure('assemble-and-typeset-2k', both * 1000, 'ms'),
  ];
};

/** Runs the bench on two nodes of its own. */
export const run = async (): Promise<readonly Measure[]> => {
  const world = await openProcessWorld(['fr', 'ma']);
  try {
    return await measureNode(world);
  } finally {
    await world.close();
  }
};
