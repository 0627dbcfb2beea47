/**
 * The clients that others use, unchanged, from the Python registry. Where Python is missing this fails and
 * says so: an interoperability that nobody tried is none.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pythonWith, runPython } from '../../../../testing/python.ts';
import { agree, compose, draftWith, nodeOf, release } from '../../../../testing/story.ts';
import { indicator, taxiiClient } from '../../../../testing/taxii.ts';
import { openWorld, type World } from '../../../../testing/world.ts';

/** The environment is made once, from the registry. */
const installMs = 240_000;

let world: World;
let python: string;
beforeAll(async () => {
  python = await pythonWith('testing/taxii-clients.txt', 'taxii-clients');
  world = await openWorld(['fr', 'ma']);
}, installMs);
afterAll(() => world?.close());

test(
  'taxii2-client and stix2 read, write and page everything, and stix2-validator finds nothing wrong',
  async () => {
    const [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
    const agreement = await agree([fr, ma]);
    const objects = [
      indicator(),
      { type: 'domain-name', spec_version: '2.1', id: domain, value: 'example.com' },
    ];
    await release(fr, await compose(fr, draftWith(agreement, { recipients: [ma.party], objects })));
    const system = await taxiiClient(fr, { email: 'client@fr.example' });
    const { email, password } = system.account;
    const found = await runPython(python, 'testing/taxii-interop.py', {
      email,
      password,
      discovery: `${fr.address}/taxii2/`,
      collection: `${fr.address}${system.collection}/`,
    });
    expect(found).toEqual({
      title: 'France',
      versions: ['application/taxii+json;version=2.1'],
      own: true,
      status: ['complete', 44, 0],
      refreshed: 44,
      equal: true,
      pages: [7, true],
      manifest: true,
      added_after: true,
      by_type: 40,
      by_id: true,
      one: {
        'extension-definition--a932fcc6-e032-476c-826f-cb970a5a1ade': {
          extension_type: 'property-extension',
          invented_score: 7.5,
        },
      },
      versions_of: 2,
      last: 'Invented loader, seen again',
      first: 'Invented loader',
      exact: 'Invented loader',
      after_delete: 'Invented loader',
      store: [true, 40],
      released: [
        'domain-name',
        'extension-definition',
        'grouping',
        'identity',
        'indicator',
        'marking-definition',
      ],
      invalid: [],
    });
  },
  installMs,
);

const domain = 'domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7';
