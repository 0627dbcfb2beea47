/** Notices by e-mail (SMTP, RFC 5321), to addresses that the node's owner names. */
import type { NodeSettings } from '../config/index.ts';
import { type NoticeWay, outwardLimits } from './notice.ts';

type MailSettings = NonNullable<NonNullable<NodeSettings['notices']>['mail']>;

/** Makes it; `password` where the server asks for one. Nothing is connected before there is a notice. */
export const createMail = async (settings: MailSettings, password: string | null): Promise<NoticeWay> => {
  const { default: nodemailer } = await import('nodemailer');
  const { host, port, security, user, from, to } = settings;
  const transport = nodemailer.createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: outwardLimits.attemptMs,
    greetingTimeout: outwardLimits.attemptMs,
    socketTimeout: outwardLimits.attemptMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'mail',
    give: async ({ id, subject, text }) => {
      const answer = await transport.sendMail({
        from,
        to: [...to],
        subject,
        text,
        messageId: `<${id}@tansiq>`,
        headers: { 'auto-submitted': 'auto-generated' },
      });
      if (answer.rejected.length > 0) throw new Error('the mail server refused an address');
    },
  };
};
