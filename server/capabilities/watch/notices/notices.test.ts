/** That an alert waits, told by mail and webhook: a real SMTP server, a real listener, and what they get. */
import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agree, entriesOf, nodeOf, ok } from '../../../../testing/story.ts';
import { until } from '../../../../testing/until.ts';
import { freePort, openWorld, type World, type WorldNode } from '../../../../testing/world.ts';
import { nextAttempt, noticeLimits, pointerOf } from './notice.ts';

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };

interface Mail {
  readonly to: readonly string[];
  readonly text: string;
}
const mails: Mail[] = [];
const calls: { readonly body: string; readonly headers: NodeJS.Dict<string | string[]> }[] = [];
/** What the listener answers; the mail server refuses while this is not 200. */
let answer = 200;
let folder: string;
let smtp: SMTPServer;
let listener: Server;
let world: World;
let fr: WorldNode;
let ma: WorldNode;
let agreement = '';

const openSmtp = (port: number): Promise<SMTPServer> =>
  new Promise((resolve) => {
    const server = new SMTPServer({
      allowInsecureAuth: true,
      hideSTARTTLS: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'duty' && password === 'invented'
          ? done(null, { user: username })
          : done(new Error('wrong')),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (answer !== 200) return done(new Error('busy'));
          const to = session.envelope.rcptTo.map(({ address }) => address);
          mails.push({ to, text: Buffer.concat(parts).toString('utf8') });
          return done();
        });
      },
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tansiq-notices-'));
  await writeFile(join(folder, 'password'), 'invented\n');
  await writeFile(join(folder, 'secret'), 'shared\n');
  const [mailPort, hookPort] = [await freePort(), await freePort()];
  smtp = await openSmtp(mailPort);
  listener = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (answer === 200)
        calls.push({ body: Buffer.concat(parts).toString('utf8'), headers: request.headers });
      response.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end('{}');
    });
  });
  await new Promise<void>((resolve) => listener.listen(hookPort, '127.0.0.1', resolve));
  const notices = {
    mail: {
      host: '127.0.0.1',
      port: mailPort,
      security: 'none' as const,
      user: 'duty',
      passwordFile: join(folder, 'password'),
      from: 'node@centre.example',
      to: ['duty@centre.example'],
    },
    webhook: { address: `http://127.0.0.1:${hookPort}/alerts`, secretFile: join(folder, 'secret') },
  };
  world = await openWorld(['fr', 'ma'], { clock, settings: { notices } });
  [fr, ma] = [nodeOf(world, 'fr'), nodeOf(world, 'ma')];
  agreement = await agree([fr, ma]);
});
afterAll(async () => {
  await world.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await new Promise((resolve) => listener.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const headline = 'Fumée sous la tribune nord';
const alerts = '/api/watch/alerts';
const sendAlert = async (): Promise<string> => {
  const draft = await ok(
    fr.call('watch-officer', 'POST', alerts, {
      urgency: 'Immediate',
      severity: 'Severe',
      certainty: 'Observed',
      language: 'fr',
      headline,
      description: 'Évacuation',
      agreement,
      circle: null,
      recipients: [ma.party],
      acknowledgeMinutes: 15,
    }),
  );
  await ok(fr.call('watch-officer', 'POST', `${alerts}/${String(draft.id)}/send`));
  const id = String(draft.id);
  await until(async () => (await ma.call('analyst', 'GET', `${alerts}/${id}`)).status === 200);
  return id;
};
const attemptsOf = async (node: WorldNode, id: string) =>
  (await entriesOf(node, { subject: id, verb: 'watch.give-notice' })).map(({ details }) => details).reverse();

test('who receives an alert is told by mail and webhook that one waits, and no more', async () => {
  const id = await sendAlert();
  await ma.runJobs();
  await until(async () => mails.length === 1 && calls.length === 1);
  const [mail] = mails;
  const link = `${ma.settings.publicAddress}/watch/alerts`;
  expect(mail?.to).toEqual(['duty@centre.example']);
  expect(mail?.text).toContain(link);
  const [call] = calls;
  const said = [mail?.text ?? '', call?.body ?? ''].join('\n');
  for (const word of [headline, 'tribune', 'vacuation', fr.party, id, 'France'])
    expect(said).not.toContain(word);
  expect(JSON.parse(call?.body ?? '')).toMatchObject({ link });
  const signed = createHmac('sha256', 'shared')
    .update(call?.body ?? '')
    .digest('hex');
  expect(call?.headers['tansiq-signature']).toBe(`sha256=${signed}`);
  expect(await attemptsOf(ma, id)).toEqual(
    expect.arrayContaining([
      { way: 'mail', occasion: 'received', attempt: 1 },
      { way: 'webhook', occasion: 'received', attempt: 1 },
    ]),
  );
  // The sender has nothing to acknowledge, and each is told once.
  await fr.runJobs();
  await ma.runJobs();
  expect([mails.length, calls.length]).toEqual([1, 1]);
  await ok(ma.call('watch-officer', 'POST', `${alerts}/${id}/acknowledge`, {}));
});

test.each([[503], [302]])(
  'an attempt that is answered with %i is made again later, and journalled',
  async (code) => {
    [mails.length, calls.length, answer] = [0, 0, code];
    const id = await sendAlert();
    await ma.runJobs();
    await until(async () => (await attemptsOf(ma, id)).length === 2);
    expect((await attemptsOf(ma, id)).every(({ failure }) => typeof failure === 'string')).toBe(true);
    // Not before its time.
    await ma.runJobs();
    expect(await attemptsOf(ma, id)).toHaveLength(2);
    answer = 200;
    ahead += noticeLimits.retryFirstMs + 1_000;
    await ma.runJobs();
    await until(async () => mails.length === 1 && calls.length === 1);
    expect((await attemptsOf(ma, id)).slice(2).map(({ attempt, failure }) => [attempt, failure])).toEqual([
      [2, undefined],
      [2, undefined],
    ]);
    await ok(ma.call('watch-officer', 'POST', `${alerts}/${id}/acknowledge`, {}));
  },
);

test('nobody is told any more of what was acknowledged or called off meanwhile', async () => {
  [mails.length, calls.length, answer] = [0, 0, 503];
  const [one, other] = [await sendAlert(), await sendAlert()];
  await ma.runJobs();
  await until(async () => (await attemptsOf(ma, other)).length === 2);
  await ok(ma.call('watch-officer', 'POST', `${alerts}/${one}/acknowledge`, {}));
  await ok(fr.call('watch-officer', 'POST', `${alerts}/${other}/cancel`, { reason: 'Fausse alerte' }));
  await until(async () => (await ok(ma.call('analyst', 'GET', `${alerts}/${other}`))).ended !== null);
  answer = 200;
  ahead += noticeLimits.retryMostMs;
  await ma.runJobs();
  await ma.runJobs();
  expect([mails.length, calls.length]).toEqual([0, 0]);
});

test('both sides are told once when the time is over, and once when it is over twice', async () => {
  [mails.length, calls.length] = [0, 0];
  const id = await sendAlert();
  for (const minutes of [0, 16, 16]) {
    ahead += minutes * 60_000;
    for (let round = 0; round < 2; round += 1) for (const node of [ma, fr]) await node.runJobs();
  }
  const occasions = async (node: WorldNode) =>
    (await attemptsOf(node, id)).filter(({ way }) => way === 'mail').map(({ occasion }) => occasion);
  await until(async () => (await occasions(fr)).length === 2 && (await occasions(ma)).length === 3);
  expect(await occasions(fr)).toEqual(['late-1', 'late-2']);
  expect(await occasions(ma)).toEqual(['received', 'late-1', 'late-2']);
});

test('waits double up to the longest, and end', () => {
  const at = '2029-07-26T09:00:00.000Z';
  expect([1, 2, 3].map((attempts) => nextAttempt(attempts, at))).toEqual([
    '2029-07-26T09:00:15.000Z',
    '2029-07-26T09:00:30.000Z',
    '2029-07-26T09:01:00.000Z',
  ]);
  expect(nextAttempt(noticeLimits.attempts - 1, at)).toBe('2029-07-26T09:30:00.000Z');
  expect(nextAttempt(noticeLimits.attempts, at)).toBeNull();
});

test('a notice speaks the languages of its service', () => {
  const { subject, text } = pointerOf('x', ['ar', 'fr'], 'https://centre.example/');
  expect(subject).toBe('تنسيق: إنذار في الانتظار');
  expect(text).toContain('Une alerte attend');
  expect(text.match(/https:\/\/centre\.example\/watch\/alerts/g)).toHaveLength(2);
});
