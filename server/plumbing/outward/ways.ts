/** The ways that the settings open, with their secrets read. */
import { type NodeSettings, readSecret } from '../config/index.ts';
import { createMail } from './mail.ts';
import type { NoticeWay } from './notice.ts';
import { createWebhook } from './webhook.ts';

/** Opens them; none where the settings name none. Throws SettingsError for a secret that cannot be read. */
export const openNoticeWays = async (settings: NodeSettings['notices']): Promise<readonly NoticeWay[]> => {
  const { mail, webhook } = settings ?? {};
  const ways: NoticeWay[] = [];
  if (mail)
    ways.push(await createMail(mail, await readSecret('notices.mail.passwordFile', mail.passwordFile)));
  if (webhook)
    ways.push(
      createWebhook(webhook.address, await readSecret('notices.webhook.secretFile', webhook.secretFile)),
    );
  return ways;
};
