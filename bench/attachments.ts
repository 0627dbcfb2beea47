/**
 * Bytes between two nodes on one machine: pulled over the pinned link from one store into another, hashed,
 * flushed to the disk and given their place; held against a plain copy of the same file under TLS 1.3, which
 * does none of that. Then how much memory the pull takes, and what an archive's inspection costs.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { connect, createServer } from 'node:tls';
import { sha256 } from '../server/kernel/canonical.ts';
import { mintReleased } from '../server/kernel/released.ts';
import { systemClock } from '../server/kernel/time.ts';
import { openFolder } from '../server/plumbing/attachments/folder.ts';
import { inspectFile } from '../server/plumbing/attachments/inspection.ts';
import { zipOf } from '../testing/archives.ts';
import { testServer } from '../testing/database.ts';
import { makeGround, type Node, pairNodes, startNode } from '../testing/federation.ts';
import { type Measure, measuresOf, percentile, secondsOf, timesOf } from './measure.ts';

const measure = measuresOf('attachments');
const ports = [21582, 21583] as const;
const fileBytes = 200_000_000;
const rounds = 5;
const megabyte = 1_000_000;
const archiveBytes = 20_000_000;

/** The same file, between a server and a client that only copy. */
const plainCopy = async (node: Node, from: string, to: string): Promise<number> => {
  const { key, certificate: cert } = node.keys.tls;
  const server = createServer({ key, cert, minVersion: 'TLSv1.3' }, (socket) => {
    pipeline(createReadStream(from), socket).catch(() => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const seconds = await secondsOf(() =>
    pipeline(connect({ port, host: '127.0.0.1', rejectUnauthorized: false }), createWriteStream(to)),
  );
  server.close();
  return seconds;
};

/** Runs the pulls and the copies by turns, so that both meet the same machine. */
const measureTransfer = async (from: Node, to: Node, folder: string, bytes: Buffer) => {
  const hash = sha256(bytes).toString('hex');
  const [sender, receiver] = [await openFolder(join(folder, 'from')), await openFolder(join(folder, 'to'))];
  await sender.place(await sender.gather('file', Readable.from([bytes]), { atMost: fileBytes }));
  from.federation.onBytes(async ({ party }) => {
    const read = (start: number) => sender.read(hash, { from: start, to: fileBytes - 1 });
    return mintReleased({ hash, bytes: fileBytes, read }, party, 'bench');
  });
  const plain = join(folder, 'plain');
  await writeFile(plain, bytes);
  const [pulls, copies]: [number[], number[]] = [[], []];
  let most = 0;
  for (let round = 0; round < rounds; round += 1) {
    copies.push(await plainCopy(from, plain, join(folder, 'copy')));
    const before = process.memoryUsage().rss;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before);
    }, 10);
    pulls.push(
      await secondsOf(async () => {
        const answer = await to.federation.fetchBytes(from.party, hash, 0);
        if (answer.kind === 'refused') throw new Error(`refused with ${answer.status}`);
        const gathered = await receiver.gather('pulled', answer.stream, { atMost: fileBytes });
        if (gathered.hash !== hash) throw new Error('other bytes came');
        await receiver.place(gathered);
      }),
    );
    clearInterval(watch);
    await receiver.remove(hash);
  }
  const rate = (seconds: readonly number[]): number => fileBytes / megabyte / percentile(seconds, 0.5);
  const peer = { name: 'plain TLS copy, no hash, no fsync', value: rate(copies) };
  return [
    measure('pull-verified-and-flushed', rate(pulls), 'MB/s', peer),
    measure('memory-of-both-ends-while-pulling', most / megabyte, 'MB'),
  ];
};

const measureInspection = async (folder: string) => {
  const path = join(folder, 'archive.zip');
  const archive = zipOf([
    { name: 'film.bin', content: randomBytes(archiveBytes) },
    ...Array.from({ length: 1_000 }, (_, at) => ({ name: `${at}.txt`, content: Buffer.from(`text ${at}`) })),
  ]);
  await writeFile(path, archive);
  const times = await timesOf(rounds, () => inspectFile(path, archive.length, 'archive.zip'));
  return measure('inspection-of-a-20-MB-archive-of-1001-entries', percentile(times, 0.5), 'ms');
};

/** Runs the bench; a quarter of a minute. */
export const run = async (): Promise<readonly Measure[]> => {
  const server = await testServer();
  const folder = await mkdtemp(join(tmpdir(), 'tansiq-bench-attachments-'));
  const grounds = [
    await makeGround({ port: ports[0], server, clock: systemClock }),
    await makeGround({ port: ports[1], server, clock: systemClock }),
  ] as const;
  const [from, to] = [await startNode(grounds[0]), await startNode(grounds[1])];
  try {
    await pairNodes(from, to);
    const measures = await measureTransfer(from, to, folder, randomBytes(fileBytes));
    return [...measures, await measureInspection(folder)];
  } finally {
    await to.stop();
    await from.stop();
    for (const ground of grounds) await ground.remove();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};
