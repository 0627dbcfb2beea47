/** Bytes that people brought, given to a browser: nothing in them may run in the name of the console. */
import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { shownName } from '../../kernel/files.ts';
import { readRange } from './range.ts';

/** The bytes of an attachment, to be streamed. */
export interface OfferedBytes {
  /** As whoever brought them called them; null where it was withheld. */
  readonly name: string | null;
  readonly bytes: number;
  /** Of a picture that may be shown within the page; null for anything else. */
  readonly pictureType: string | null;
  /** `from` and `to` are the first and last byte wanted. */
  read(range?: { readonly from: number; readonly to: number }): Readable;
}

/** Nothing in an attachment may run, or act in the name of the console that it came from. */
const sealed = "default-src 'none'; sandbox";

const octets = 'application/octet-stream';

/** RFC 6266: the name in full, and for old clients what of it is plain. */
const disposition = (kind: 'inline' | 'attachment', name: string | null): string => {
  const shown = shownName(name ?? 'attachment');
  const plain = shown.replaceAll(/[^ -~]|["%\\]/g, '_');
  const encoded = encodeURIComponent(shown).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** Streams them, or the one range that was asked for; a picture to be shown, anything else to be kept. */
export const sendBytes = (
  reply: FastifyReply,
  opened: OfferedBytes,
  asked: { readonly range: string | undefined; readonly isShown: boolean },
): FastifyReply => {
  const { bytes, name, pictureType } = opened;
  const isShown = asked.isShown && pictureType !== null;
  reply
    .header('content-security-policy', sealed)
    .header('content-disposition', disposition(isShown ? 'inline' : 'attachment', name))
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'no-store')
    .type(isShown ? pictureType : octets);
  const range = readRange(asked.range, bytes);
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${bytes}`).send();
  if (range === null) return reply.header('content-length', bytes).send(opened.read());
  return reply
    .code(206)
    .header('content-range', `bytes ${range.from}-${range.to}/${bytes}`)
    .header('content-length', range.to - range.from + 1)
    .send(opened.read(range));
};
