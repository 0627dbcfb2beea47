/** What goes in and out of oversight over HTTP: that of its rooms. Browsers import it. */
export * from './accesses/contract.ts';
export * from './roles/contract.ts';
export * from './tightening/contract.ts';
