/** An event as large as Paris 2024, as the superuser writes it: its posts, with what they want. Invented. */
import { randomUUID } from 'node:crypto';
import type { ProcessNode } from '../testing/process-node.ts';

/** As templates made them of the schedule of Paris 2024. */
const posts = 6_254;
const venues = 40;

/** Nineteen days from now on; a language of fifteen at one post of three, a power at one of two. Its id. */
export const fillEvent = async (node: ProcessNode): Promise<string> => {
  const event = randomUUID();
  await node.rows(
    `insert into events_event (id, holder, code, name, first_day, last_day, purpose, legal_basis, version)
    values ($2, $1, 'bench', '{"fr": "Jeux"}', current_date, current_date + 20, 'event-protection', 'Loi', 1)`,
    [node.party, event],
  );
  await node.rows(
    `insert into events_venue (id, holder, event, code, name, lat, lon, zones, gates, state, version)
    select $2 || '-' || n, $1, $2, 'V' || n, jsonb_build_object('fr', 'Site ' || n), 48.8, 2.3, '[]', '[]',
      'in-use', 1 from generate_series(0, $3::int - 1) n`,
    [node.party, event, venues],
  );
  await node.rows(
    `insert into events_post (id, holder, event, venue, requirement, quantity, from_at, to_at, priority,
      needs_host_pair, reason, template, risk_level, version)
    select $2 || '-' || n, $1, $2, $2 || '-' || n % $4::int, jsonb_build_object(
        'specialty', (array['explosive-dog', 'bomb-disposal', 'patrol', 'liaison'])[1 + n % 4],
        'skills', '[]'::jsonb,
        'languages', case when n % 3 = 0 then jsonb_build_array((array['fr', 'en', 'es', 'de', 'it', 'ar', 'pt',
          'nl', 'ja', 'zh', 'ko', 'pl', 'uk', 'ro', 'hu'])[1 + n / 3 % 15]) else '[]'::jsonb end,
        'powers', case when n % 2 = 0 then jsonb_build_array((array['search', 'carry-arms'])[1 + n / 2 % 2])
          else '[]'::jsonb end),
      1 + n % 6, start, start + (4 + n % 7) * interval '1 hour', 1 + n % 5, true, 'Modèle', 'crowd', 'high', 1
    from generate_series(1, $3::int) n
      cross join lateral (select now() + interval '1 day' + n * interval '4 minutes 20 seconds' as start) one`,
    [node.party, event, posts, venues],
  );
  return event;
};
