/**
 * The boundary lint: who may import whom. The rules of ARCHITECTURE.md, made from architecture.mjs.
 * Type-only imports count, save where a rule says otherwise. scripts/boundaries.test.ts breaks each rule.
 */
import { capabilities } from './architecture.mjs';

const test = '\\.test\\.tsx?$';
/** In a capability, all but these is pure; a long one is split by subject: `drafting-service.ts`. */
const edges = '((/|-)(store|service|routes|messages|contract)|/index)\\.ts$';
const stores = '(/|-)store\\.ts$';
/**
 * What tests and benches look with may open the house: a simulated network, a database lost at a power cut.
 */
const instruments = '^(testing|bench)/';
const outside = '^(cli|demo|testing|bench|scripts)/';
const browser = '^(console|public)/';
const coreEdges =
  '^(node:)?(fs|net|tls|dns|dgram|http|https|http2|child_process|cluster|worker_threads|os|inspector)(/|$)';

/** One rule, forbidding what `from` and `to` say; several may share a name. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const kernel = [
  forbid(
    'kernel-stands-alone',
    'The kernel imports the kernel, node:crypto, canonicalize and typebox. What needs more is plumbing.',
    { path: '^server/kernel/', pathNot: test },
    { pathNot: '^server/kernel/|^(node:)?crypto$|(^|/)node_modules/(canonicalize|typebox)/' },
  ),
  forbid(
    'kernel-stands-alone',
    'A test of the kernel sees nothing of the house above it either.',
    { path: `^server/kernel/.*${test}` },
    { path: '^server/(?!kernel/)' },
  ),
  forbid(
    'only-policy-mints',
    'A Released object is minted by a policy.ts after its rule allowed; elsewhere import its type alone.',
    {
      pathNot: [
        '^server/capabilities/[^/]+/policy\\.ts$',
        '^server/capabilities/[^/]+/[^/]+/policy\\.ts$',
        test,
        instruments,
        '^server/kernel/released\\.ts$',
      ],
    },
    { path: '^server/kernel/released\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
];

const plumbing = [
  forbid(
    'plumbing-knows-no-capability',
    'Plumbing serves every capability and knows none. Pass what it needs by name, from main.ts.',
    { path: '^server/plumbing/' },
    { path: '^server/(federation|capabilities)/|^server/main\\.ts$' },
  ),
  forbid(
    'plumbing-through-index',
    'A plumbing module is entered through its index.ts.',
    { path: '^server/plumbing/([^/]+)/' },
    { path: '^server/plumbing/[^/]+/', pathNot: '^server/plumbing/($1/|[^/]+/index\\.ts$)' },
  ),
  forbid(
    'plumbing-through-index',
    'A plumbing module is entered through its index.ts.',
    { pathNot: ['^server/plumbing/[^/]+/', instruments] },
    { path: '^server/plumbing/[^/]+/', pathNot: '^server/plumbing/[^/]+/index\\.ts$' },
  ),
];

const federation = [
  forbid(
    'federation-knows-no-capability',
    'The only door out carries what it is handed; capabilities register with it in main.ts.',
    { path: '^server/federation/' },
    { path: '^server/capabilities/|^server/main\\.ts$' },
  ),
  forbid(
    'federation-through-index',
    'Federation is entered through its index.ts.',
    { pathNot: ['^server/federation/', instruments] },
    {
      path: '^server/federation/',
      pathNot: ['^server/federation/index\\.ts$', '^server/federation/[^/]+/index\\.ts$'],
    },
  ),
];

/** Each capability may call those before it in the list, never those after it. */
const order = capabilities.map((capability, position) => {
  const after = capabilities.slice(position + 1).map((later) => `capabilities/${later}/`);
  return forbid(
    'capabilities-in-order',
    `${capability} may call only those above it in architecture.mjs. News travels up as journal entries.`,
    { path: `^server/capabilities/${capability}/` },
    { path: `^server/(${['main\\.ts$', ...after].join('|')})` },
  );
});

const unlisted = `^server/capabilities/(?!(${capabilities.join('|')})/)[^/]+/`;
const capability = [
  ...order,
  forbid('capability-is-listed', 'Add it to architecture.mjs, in its place.', { path: unlisted }, {}),
  forbid('capability-is-listed', 'Add it to architecture.mjs, in its place.', {}, { path: unlisted }),
  forbid(
    'capability-through-index',
    'A capability is entered through its index.ts.',
    { path: '^server/capabilities/([^/]+)/' },
    { path: '^server/capabilities/[^/]+/', pathNot: '^server/capabilities/($1/|[^/]+/index\\.ts$)' },
  ),
  forbid(
    'capability-through-index',
    'A capability is entered through its index.ts.',
    { pathNot: ['^server/capabilities/[^/]+/', browser, instruments] },
    { path: '^server/capabilities/[^/]+/', pathNot: '^server/capabilities/[^/]+/index\\.ts$' },
  ),
];

const pureFiles = { path: '^server/capabilities/[^/]+/', pathNot: [edges, test] };
const purity = [
  forbid(
    'pure-stays-pure',
    'A pure file decides; service.ts and store.ts act. Pass it the values that it needs.',
    pureFiles,
    { path: `^server/(plumbing/(database|http)|federation)/|${stores}|(/|-)(service|routes|messages)\\.ts$` },
  ),
  forbid('pure-stays-pure', 'A pure file does not touch the world.', pureFiles, { path: coreEdges }),
  forbid('pure-stays-pure', 'A pure file does not touch the world.', pureFiles, {
    path: '(^|/)node_modules/(@types/)?(fastify|@fastify|pg|kysely)/',
  }),
  forbid(
    'query-layer-in-stores',
    'SQL is in store.ts and migrations: only they and plumbing/database see kysely and pg.',
    {
      // A pure file that does so is named by pure-stays-pure: one mistake, one verdict.
      path: '^(server|console|public|cli|demo)/',
      pathNot: [stores, '^server/plumbing/database/', test, `^server/capabilities/(?!.*${edges})`],
    },
    { path: '(^|/)node_modules/(@types/)?(pg|kysely)/' },
  ),
];

/** That no screen reaches a module of Node is judged in scripts/boundaries.ts. */
const browsers = [
  forbid(
    'console-sees-contracts',
    'A screen sees the contract.ts of its twin capability, the kernel and the console.',
    { path: '^(?:console|public)/capabilities/([^/]+)/' },
    {
      path: '^server/',
      pathNot: [
        '^server/(kernel/|capabilities/$1/[a-z-]*contract\\.ts$)',
        '^server/capabilities/$1/[a-z-]+/[a-z-]*contract\\.ts$',
      ],
    },
  ),
  forbid(
    'console-sees-contracts',
    'What serves every screen sees the kernel and the console.',
    { path: browser, pathNot: '^(console|public)/capabilities/[^/]+/' },
    { path: '^server/(?!kernel/)' },
  ),
  forbid(
    'console-sees-contracts',
    'Console and public site are apart from all else of the house.',
    { path: browser, pathNot: test },
    { path: '^(cli|demo|bench|scripts)/' },
  ),
  forbid(
    'console-sees-contracts',
    'Console and public site do not see each other.',
    { path: '^(console|public)/' },
    { path: browser, pathNot: '^$1/' },
  ),
];

const whole = [
  forbid('no-circles', 'Two files that need each other are one, or hide a third.', {}, { circular: true }),
  forbid('nothing-imports-tests', 'A test is imported by nothing.', {}, { path: test }),
  forbid(
    'testing-stays-outside',
    'testing/ serves tests and benches.',
    { pathNot: [test, '^testing/', '^bench/', '^vitest\\.config\\.ts$'] },
    { path: '^testing/' },
  ),
  forbid(
    'server-looks-inward',
    'The server imports nothing of what is built around it.',
    { path: '^server/', pathNot: test },
    { path: '^(cli|demo|bench|scripts|console|public)/' },
  ),
  forbid(
    'server-from-known-places',
    'Only cli, demo, testing, bench and scripts run the server; console and public see its contracts.',
    { pathNot: ['^server/', outside, browser] },
    { path: '^server/' },
  ),
  forbid(
    'no-development-dependencies',
    'A node in service has no development dependencies installed.',
    { path: '^(server|cli)/', pathNot: test },
    // Types vanish before a node runs.
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
  ),
];

export default {
  forbidden: [...kernel, ...plumbing, ...federation, ...capability, ...purity, ...browsers, ...whole],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    moduleSystems: ['es6'],
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
