/** Notices by HTTP to software of the node's owner, signed where he has given a secret. */
import { createHmac } from 'node:crypto';
import { type NoticeWay, outwardLimits } from './notice.ts';

/** Makes it. The signature is the HMAC-SHA-256 of the body (RFC 2104), hexadecimal. */
export const createWebhook = (address: string, secret: string | null): NoticeWay => ({
  name: 'webhook',
  give: async ({ id, subject, link }) => {
    const body = JSON.stringify({ id, subject, link });
    const headers = new Headers({ 'content-type': 'application/json', 'idempotency-key': id });
    if (secret !== null)
      headers.set('tansiq-signature', `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
    const answer = await fetch(address, {
      method: 'POST',
      headers,
      body,
      // Another address than the one that the owner named is not his.
      redirect: 'manual',
      signal: AbortSignal.timeout(outwardLimits.attemptMs),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
  },
});
