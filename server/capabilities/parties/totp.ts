/** One-time codes of an authenticator app (RFC 6238). */
import { generateSecret, generateURI, verifySync } from 'otplib';
import QRCode from 'qrcode';
import type { Instant } from '../../kernel/time.ts';
import { totpParameters } from './limits.ts';

export const newTotpSecret = (): string => generateSecret({ length: totpParameters.secretBytes });

/** What the console shows while an authenticator is set up. */
export const totpSetup = async (
  secret: string,
  about: { issuer: string; email: string },
): Promise<{ secret: string; uri: string; qr: string }> => {
  const uri = generateURI({ issuer: about.issuer, label: about.email, secret });
  return { secret, uri, qr: await QRCode.toString(uri, { type: 'svg', margin: 1 }) };
};

/**
 * The time step that a code belongs to, or null when it is wrong or not later than `lastStep`: a code works
 * once (RFC 6238 §5.2).
 */
export const totpStep = (
  secret: string,
  code: string,
  now: Instant,
  lastStep: number | null,
): number | null => {
  const { periodSeconds, digits, toleranceSteps } = totpParameters;
  if (!new RegExp(`^[0-9]{${digits}}$`).test(code)) return null;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(Date.parse(now) / 1000),
    epochTolerance: periodSeconds * toleranceSteps,
  });
  if (!result.valid || !('timeStep' in result)) return null;
  return lastStep === null || result.timeStep > lastStep ? result.timeStep : null;
};
