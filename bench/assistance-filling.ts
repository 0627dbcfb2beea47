/**
 * A node that has asked and hosted for years, as the superuser writes it. Of ten asks, seven came from
 * partners; one in two thousand is open, the others are over. Of two hundred thousand officers, two thousand
 * are here now, as many as a large event has, and two thousand are the host's own; all others went home.
 * Everything is invented.
 */
import { askContent, askedLine } from '../testing/assistance-story.ts';
import type { ProcessNode } from '../testing/process-node.ts';

/** Of every so many asks one is still open. */
const openEvery = 2_000;
/** Of every so many officers one is here now, and one is the host's own. */
const workEvery = 100;

const uuid = (number: string): string => `lpad((${number})::text, 8, '0') || '-0000-4000-8000-000000000000'`;
const partner = `'identity--00000000-0000-4000-8000-' || lpad((n % 20)::text, 12, '0')`;
const isOwn = 'n % 10 < 3';

/** In three of ten asks, and in one. */
export const frequentWord = 'démineurs';
export const rareWord = 'quetzalcoatl';

/** Asks from one number up to another, each with its version, what was said of it, and its summary. */
export const fillAsks = async (node: ProcessNode, from: number, to: number): Promise<void> => {
  const line = askedLine('00000000-0000-4000-8000-000000000001', 'explosive-dog', 4);
  const content = JSON.stringify(askContent({ lines: [line] }));
  const given = [node.party, from + 1, to];
  await node.rows(
    `insert into assistance_ask (id, holder, originator, state, version, agreement, marking, tlp_rank,
      erase_on, created_at)
    select (${uuid('n')})::uuid, $1, case when ${isOwn} then $1 else ${partner} end, 'issued', 1,
      'agreement--00000000-0000-4000-8000-000000000000',
      jsonb_build_object('tlp', 'amber', 'pap', 'amber', 'handling', '[]'::jsonb, 'field', 'event-security',
        'purpose', 'event-protection', 'legalBasis', 'Article 4', 'personCategories', '[]'::jsonb,
        'releasableTo', jsonb_build_array($1::text, ${partner}), 'reviewOn', current_date + 30,
        'eraseOn', current_date + 90),
      2, current_date + 90, now() - n * interval '10 minutes'
    from generate_series($2::int, $3::int) n`,
    given,
  );
  await node.rows(
    `insert into assistance_version (ask, version, holder, tlp_rank, state, content, created_at, issued_at)
    select (${uuid('n')})::uuid, 1, $1, 2, 'issued', $4::jsonb || jsonb_build_object('title', title), at, at
    from generate_series($2::int, $3::int) n
      cross join lateral (select now() - n * interval '10 minutes' as at,
        case when n = 77 then '${rareWord}' when n % 10 < 3 then 'Équipes et ${frequentWord}'
          else 'Équipes cynophiles ' || n end as title) one`,
    [...given, content],
  );
  await node.rows(
    `insert into assistance_step (id, ask, party, side, holder, tlp_rank, state, number, seen, ask_version,
      kind, content, created_at, released_at)
    select gen_random_uuid(), (${uuid('n')})::uuid, case when ${isOwn} then ${partner} else $1 end,
      'partner', $1, 2, 'heard', 1, 0, 1, 'decline',
      '{"kind": "decline", "answers": null, "lines": [], "costs": [], "conditions": "", "text": "",
        "ground": "own-event", "validUntil": null, "language": "fr"}', now(), now()
    from generate_series($2::int, $3::int) n where n % ${openEvery} <> 0`,
    given,
  );
  await node.rows(
    `insert into assistance_ask_summary (ask, holder, tlp_rank, own, state, created_at, words, to_release,
      waits, silent, answer_by, last_at, over)
    select (${uuid('n')})::uuid, $1, 2, ${isOwn}, 'issued', at,
      ' ' || lower(translate(v.content->>'title', 'Éé', 'ee')), false, open and not (${isOwn}), open,
      at + interval '10 days', case when open then now() + interval '20 days' else at end,
      not open
    from generate_series($2::int, $3::int) n
      cross join lateral (select now() - n * interval '10 minutes' as at, n % ${openEvery} = 0 as open) one
      join assistance_version v on v.ask = (${uuid('n')})::uuid`,
    given,
  );
  await fillWords(node, given);
};

const fillWords = (node: ProcessNode, given: readonly unknown[]): Promise<unknown> =>
  node.rows(
    `insert into assistance_ask_word (word, ask, holder, tlp_rank)
    select distinct word, s.ask, $1, 2 from generate_series($2::int, $3::int) n
      join assistance_ask_summary s on s.ask = (${uuid('n')})::uuid
      cross join lateral unnest(string_to_array(trim(s.words), ' ')) word`,
    given,
  );

const profile = JSON.stringify({
  ...{ nameLatin: 'Youssef EL AMRANI', nameArabic: 'يوسف العمراني', service: 'DGSN', rank: 'Inspecteur' },
  ...{ specialty: 'explosive-dog', skills: [], languages: ['ar', 'fr'], powers: ['search'], arms: [] },
  ...{ dog: null, certificates: [], phone: '', home: null, hoursPerDay: 12, hoursPer7Days: 60, teamSize: 1 },
});
/** Here now, the host's own, or home again. */
const isHere = `n % ${workEvery} = 1`;
const isHost = `n % ${workEvery} = 0`;
const kindOf = `case when ${isHere} then 'visiting' when ${isHost} then 'own'
  when n % 4 = 2 then 'sent' else 'visiting' end`;
const stageOf = `case when ${isHere} then (array['named', 'vetted', 'accredited', 'arrived', 'arrived',
  'arrived'])[1 + n / ${workEvery} % 6] when ${isHost} then 'standing' else 'debriefed' end`;
/** The next of the host's own; the first four visitors are beside the first of them. */
const besideOf = `case when ${isHere} and n < 4 * ${workEvery} then ${workEvery}
  else n - n % ${workEvery} + ${workEvery} end`;
const specialty = `(array['explosive-dog', 'bomb-disposal', 'patrol', 'liaison'])[1 + n % 4]`;

const fillPairsAndTasks = async (node: ProcessNode, given: readonly unknown[]): Promise<void> => {
  await node.rows(
    `insert into assistance_pair (id, holder, visitor, host, host_person, starts_at, ends_at, ended_at)
    select ${uuid('n')}, $1, ${uuid('n')}, ${uuid('beside')},
      case when beside = ${workEvery} then p.id end, u.available_from, u.available_until,
      case when not (${isHere}) then u.available_until end
    from generate_series($2::int, $3::int) n
      cross join (select id from person where 'host-officer' = any (roles) limit 1) p
      cross join lateral (select ${besideOf} as beside) one
      join assistance_unit u on u.id = ${uuid('n')} where u.kind = 'visiting' and n / ${workEvery} % 3 > 0`,
    given,
  );
  await node.rows(
    `insert into assistance_unit_task (id, unit, words, starts_at, ends_at)
    select ${uuid('n')}, ${uuid('n')}, 'Contrôle du parking', u.available_from, u.available_until
    from generate_series($2::int, $3::int) n join assistance_unit u on u.id = ${uuid('n')}
    where u.kind = 'visiting' and n / ${workEvery} % 2 = 0 and $1 <> ''`,
    given,
  );
};

const fillBadges = async (node: ProcessNode, given: readonly unknown[]): Promise<void> => {
  await node.rows(
    `insert into assistance_badge (number, holder, unit, code, valid_from, valid_until, zones, armed,
      issued_at, revoked_at)
    select ${uuid('n')}, $1, ${uuid('n')}, 'x', current_date, case when ${isHere} then current_date + 20
      else current_date - 100 end, '{}', false, now(),
      case when not (${isHere}) or n % 50 = 0 then now() end
    from generate_series($2::int, $3::int) n`,
    given,
  );
  await node.rows(
    `insert into assistance_unit_step (id, unit, kind, by, at, said)
    select ${uuid('n')}, ${uuid('n')}, 'vet', $1, now(), '{"step": "vet"}'
    from generate_series($2::int, $3::int) n`,
    given,
  );
  await node.rows(
    `insert into assistance_unit_cost (id, unit, party, kind, bearer, amount, currency, at)
    select ${uuid('n')}, ${uuid('n')}, ${partner}, 'lodging', 'host', 120.5, 'EUR',
      now() - n * interval '20 minutes'
    from generate_series($2::int, $3::int) n where $1 <> ''`,
    given,
  );
};

/**
 * Officers with their pairs, tasks, badges, steps and costs: of these nine thousand in four months. The first
 * four are beside one host officer.
 */
export const fillUnits = async (node: ProcessNode, from: number, to: number): Promise<void> => {
  const given = [node.party, from + 1, to];
  await node.rows(
    `insert into assistance_unit (id, holder, kind, party, host, ask, line, stage, person, specialty, profile,
      lacks_papers, papers_until, available_from, available_until, purpose, legal_basis, review_on, erase_on,
      badge_until, created_at)
    select ${uuid('n')}, $1, kind, case kind when 'visiting' then ${partner} else $1 end,
      case kind when 'sent' then ${partner} else $1 end, ${uuid('n / 50 + 1')}, ${uuid('1')}, ${stageOf},
      case when n = ${workEvery} then p.id end, ${specialty},
      $4::jsonb || jsonb_build_object('specialty', ${specialty}, 'available',
        jsonb_build_object('from', start, 'until', start + interval '30 days')),
      n / ${workEvery} % 40 = 0, current_date + 60 + n % 30, start, start + interval '30 days',
      'Renfort', 'Article 4',
      current_date + 30, current_date + 90, current_date + 20, start
    from generate_series($2::int, $3::int) n
      cross join (select id from person where 'host-officer' = any (roles) limit 1) p
      cross join lateral (select ${kindOf} as kind,
        now() - case when ${isHere} or ${isHost} then interval '5 days' else interval '200 days' end as start
      ) one`,
    [...given, profile],
  );
  await fillPairsAndTasks(node, given);
  await fillBadges(node, given);
  await node.rows('vacuum analyze');
};
