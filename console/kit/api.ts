/** The way to the node: JSON over same-origin HTTP; `{ fault }` becomes an ApiFault. */
import type { FaultDetails, Words } from '../../server/kernel/faults.ts';
import { kitWords } from './words.ts';

/** An expected failure as the node said it, or that the node could not be reached (`console/unreachable`). */
export class ApiFault extends Error {
  readonly code: string;
  readonly status: number;
  readonly text: Words;
  readonly details: FaultDetails;
  constructor(needs: { code: string; status: number; text: Words; details?: FaultDetails }) {
    super(needs.code);
    this.name = 'ApiFault';
    this.code = needs.code;
    this.status = needs.status;
    this.text = needs.text;
    this.details = needs.details ?? {};
  }
}

interface FaultBody {
  readonly fault: { readonly code: string; readonly text: Words; readonly details?: FaultDetails };
}

const isFaultBody = (body: unknown): body is FaultBody =>
  typeof body === 'object' && body !== null && 'fault' in body;

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's error page is not ours to show.
    return null;
  }
};

/** What an answer that is no success says. */
export const faultIn = (status: number, answer: string): ApiFault => {
  const body = parse(answer);
  if (isFaultBody(body)) return new ApiFault({ ...body.fault, status });
  const text = status >= 502 ? kitWords.unreachable : kitWords.unexpected;
  return new ApiFault({ code: 'console/unexpected', status, text });
};

/** Nothing came back. */
export const unreachable = (): ApiFault =>
  new ApiFault({ code: 'console/unreachable', status: 0, text: kitWords.unreachable });

/** Asks the reader why he consults personal data; true once he has stated it. */
export type AskReason = () => Promise<boolean>;
let askReason: AskReason | null = null;
/** Who asks for the reason when the node wants one; null for nobody. */
export const setReasonAsker = (ask: AskReason | null): void => {
  askReason = ask;
};

/** Asks for the reason before the node does; true once it is stated. */
export const requestReason = (): Promise<boolean> => askReason?.() ?? Promise.resolve(false);

/** The node refuses personal data without a stated reason: it is asked for, then the request goes on. */
const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
  try {
    return await sendOnce(method, path, body);
  } catch (error) {
    const isWanted = error instanceof ApiFault && error.code === 'parties/reason-needed';
    if (!isWanted || askReason === null || !(await askReason())) throw error;
    return sendOnce(method, path, body);
  }
};

const sendOnce = async (method: string, path: string, body?: unknown): Promise<Response> => {
  const init: RequestInit = { method, credentials: 'same-origin', headers: { accept: 'application/json' } };
  if (body !== undefined) {
    init.headers = { accept: 'application/json', 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init).catch(() => null);
  if (!response) throw unreachable();
  if (!response.ok) throw faultIn(response.status, await response.text());
  return response;
};

const textOf = async (method: string, path: string, body?: unknown): Promise<string> =>
  (await send(method, path, body)).text();

const read = <Answer>(text: string): Answer => JSON.parse(text === '' ? 'null' : text);

/** What is on its way to the node, by what it is: the text of its answer. */
const underWay = new Map<string, Promise<string>>();

/**
 * A change that is asked for again while it is on its way is one change: who clicks twice does it once, also
 * before the button has been drawn anew.
 */
const change = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
  const key = JSON.stringify([method, path, body]);
  const known = underWay.get(key);
  const sent = known ?? textOf(method, path, body).finally(() => underWay.delete(key));
  if (known === undefined) underWay.set(key, sent);
  return read<Answer>(await sent);
};

/** `Answer` is the contract's type for the path; the node's response schema holds it to that. */
export const api = {
  get: <Answer>(path: string): Promise<Answer> => textOf('GET', path).then(read<Answer>),
  post: <Answer>(path: string, body: unknown = {}): Promise<Answer> => change<Answer>('POST', path, body),
  put: <Answer>(path: string, body: unknown): Promise<Answer> => change<Answer>('PUT', path, body),
  patch: <Answer>(path: string, body: unknown): Promise<Answer> => change<Answer>('PATCH', path, body),
  remove: (path: string): Promise<unknown> => change('DELETE', path),
};

/** A query string of what is set; empty values are left out. */
export const queryString = (values: Readonly<Record<string, string | boolean | undefined>>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '' && value !== false) search.set(name, String(value));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
};
