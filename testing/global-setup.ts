/** Runs once around all tests: the server on which `freshDatabase` makes databases. */
import type { TestProject } from 'vitest/node';
import { testServer } from './database.ts';

// Vitest wants a default export here.
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const { adminUrl, ownerPassword, stop } = await testServer();
  provide('testServer', { adminUrl, ownerPassword });
  return stop;
};
