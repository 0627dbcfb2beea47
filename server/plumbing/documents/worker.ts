/**
 * The typesetting thread: the compiler works without a pause, and the node must go on answering meanwhile.
 * It reads no file but its template and its fonts: the workspace is a folder that holds nothing.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { decompress } from 'wawoff2';
import type { Asked, Told } from './thread.ts';

const packed = [
  '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2',
  '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2',
  '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2',
  '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-600-normal.woff2',
];
/** For the letters that the two above lack: the names of the world are not all in Latin and Arabic. */
const plain = ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'];
/** Results of earlier documents are forgotten after so many later ones. */
const rememberedDocuments = 4;
const archivable = 'a-2u';

const fileOf = createRequire(import.meta.url).resolve;

/** One after the other: the unpacker has one memory, and what it gives lies there until the next. */
const fonts = async (): Promise<Buffer[]> => {
  const unpacked: Buffer[] = [];
  for (const name of packed) unpacked.push(Buffer.from(await decompress(await readFile(fileOf(name)))));
  return [...unpacked, ...(await Promise.all(plain.map((name) => readFile(fileOf(name)))))];
};

const open = async () => {
  const compiler = NodeCompiler.create({
    workspace: String(workerData.workspace),
    fontArgs: [{ fontBlobs: await fonts() }],
  });
  const template = await readFile(String(workerData.template), 'utf8');
  return (document: string): Uint8Array => {
    try {
      return compiler.pdf({ mainFileContent: template, inputs: { document } }, { pdfStandard: archivable });
    } finally {
      compiler.evictCache(rememberedDocuments);
    }
  };
};

const compile = open();
parentPort?.on('message', async ({ id, document }: Asked) => {
  const tell = (told: Told): void => parentPort?.postMessage(told);
  try {
    tell({ id, pdf: (await compile)(document) });
  } catch (failure) {
    tell({ id, failure: failure instanceof Error ? failure.message : String(failure) });
  }
});
