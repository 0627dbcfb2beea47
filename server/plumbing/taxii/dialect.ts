/** How the house speaks to TAXII clients: errors as error resources (TAXII 2.1 §3.6), never its own JSON. */
import type { Fault, Language } from '../../kernel/faults.ts';
import { languages } from '../../kernel/faults.ts';
import type { Dialect } from '../http/index.ts';
import './faults.ts';
import { taxiiMediaType } from './media-type.ts';

/** Where everything of TAXII is: the discovery address. */
export const taxiiPath = '/taxii2/';

/** The first of our languages that an Accept-Language header names (RFC 9110 §12.5.4, without weights). */
export const languageAsked = (header: string | undefined): Language | null => {
  const tags = (header ?? '').slice(0, 200).toLowerCase().split(',');
  const asked = tags.map((tag) => tag.trim().slice(0, 2));
  return asked.map((tag) => languages.find((known) => known === tag)).find((found) => found) ?? null;
};

const challenges = ['Basic realm="TAXII", charset="UTF-8"', 'Bearer realm="TAXII"'];

const errorResource = (fault: Fault, language: Language): string =>
  JSON.stringify({
    title: fault.text(language),
    error_code: fault.code,
    http_status: String(fault.entry.status),
    details: { ...fault.details, ar: fault.text('ar'), fr: fault.text('fr'), en: fault.text('en') },
  });

/** For plumbing/http: faults of all that lies below the discovery address. */
export const taxiiDialect: Dialect = {
  speaksAt: (path) => path === taxiiPath.slice(0, -1) || path.startsWith(taxiiPath),
  answer: (reply, fault) => {
    if (fault.entry.status === 401) reply.header('www-authenticate', challenges);
    if (fault.code === 'taxii/method') reply.header('allow', String(fault.details.allowed));
    const language = languageAsked(reply.request.headers['accept-language']) ?? 'en';
    return reply
      .code(fault.entry.status)
      .type(taxiiMediaType)
      .serializer(String)
      .send(errorResource(fault, language));
  },
};
