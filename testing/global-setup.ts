/**
 * Runs once around all tests: the server on which `freshDatabase` makes databases. It is an embedded one, or
 * the PostgreSQL 15 of which TANSIQ_TEST_POSTGRES_15 is the superuser's URL.
 */
import type { TestProject } from 'vitest/node';
import { testServer } from './database.ts';

// Vitest wants a default export here.
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const { adminUrl, ownerPassword, stop } = await testServer(process.env.TANSIQ_TEST_POSTGRES_15);
  provide('testServer', { adminUrl, ownerPassword });
  return stop;
};
