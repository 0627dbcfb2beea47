/** A headless Chromium for the browser tests: Debian's where it is installed, else the registry package's. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Quiet on the network, and able to run as root in a container. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const findChromium = async (): Promise<string> => {
  const found = installed.find((path) => existsSync(path));
  if (found) return found;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
};

/** Starts a browser; the caller closes it. `ignoreCertificateErrors` is for a node with its own CA. */
export const launchBrowser = async (needs: { ignoreCertificateErrors?: boolean } = {}): Promise<Browser> => {
  const args = needs.ignoreCertificateErrors ? [...flags, '--ignore-certificate-errors'] : flags;
  return chromium.launch({ executablePath: await findChromium(), args });
};
