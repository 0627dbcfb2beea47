/** Addresses of the Internet in the one form in which they are compared. Pure. */
import { plain } from './text.ts';

/** The host as the URL standard writes it: lower case, IDNA in ASCII (UTS 46), IPv6 by RFC 5952. */
const hostOf = (host: string): string | null => {
  try {
    const { hostname } = new URL(`https://${host}/`);
    return hostname === '' ? null : hostname;
  } catch {
    return null;
  }
};

const fourParts = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** IPv4 in four decimal parts; IPv6 as RFC 5952 writes it; one that stands for an IPv4 is that. */
export const readIp = (text: string): string | null => {
  const bare = plain(text)
    .replaceAll('[.]', '.')
    .replace(/^\[(.*)\]$/, '$1');
  if (fourParts.test(bare)) return bare;
  if (!bare.includes(':') || !/^[0-9a-fA-F:.]+$/.test(bare)) return null;
  const host = hostOf(`[${bare}]`)?.slice(1, -1) ?? null;
  const [, high, low] = mapped.exec(host ?? '') ?? [];
  if (high === undefined || low === undefined) return host;
  const [first, last] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return `${first >> 8}.${first & 0xff}.${last >> 8}.${last & 0xff}`;
};

const label = '(?!-)[a-z0-9_-]{1,63}(?<!-)';
const domainPattern = new RegExp(`^(?:${label}\\.)+(?!\\d+$)${label}$`);
const longestDomain = 253;

/** A domain in ASCII (RFC 5891), lower case, without the root's point. */
export const readDomain = (text: string): string | null => {
  const bare = plain(text).replaceAll('[.]', '.').replace(/\.$/, '');
  if (/[\s/:@?#\\%]/.test(bare)) return null;
  const host = hostOf(bare);
  return host !== null && host.length <= longestDomain && domainPattern.test(host) ? host : null;
};

const localPattern = /^[^\s@<>()[\],;:\\"]{1,64}$/u;

/** An address of mail: both parts in lower case, as every large provider reads them; the domain in ASCII. */
export const readEmail = (text: string): string | null => {
  const bare = plain(text)
    .replace(/^mailto:/i, '')
    .replaceAll('[.]', '.')
    .replaceAll('[@]', '@');
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at).toLowerCase();
  const domain = readDomain(bare.slice(at + 1));
  if (at < 1 || domain === null || !localPattern.test(local)) return null;
  return /^\.|\.$|\.\./.test(local) ? null : `${local}@${domain}`;
};
