/** The templates that come with the program for routes, stations and other objects. Pure. */
import { line } from './built-in-line.ts';
import type { TemplateDraft } from './template-contract.ts';

const anySize = { fromSpectators: 0, toSpectators: null, daily: null } as const;
const day = { from: '06:00', to: '23:00' } as const;

type ObjectName = 'route-and-ceremony' | 'fan-zone' | 'team-hotel' | 'station-and-airport';

/** By what each is called. */
export const objectDrafts: Readonly<Record<ObjectName, Omit<TemplateDraft, 'name' | 'why'>>> = {
  'route-and-ceremony': {
    ...anySize,
    target: 'object',
    places: ['route', 'ceremony'],
    hazard: 'terrorism',
    lines: [
      line('explosive-dog', {
        count: [2, 4, 8, 16],
        atMost: 24,
        before: 360,
        after: 0,
        untilBegin: true,
        hours: 6,
        priority: 1,
      }),
      line('bomb-disposal', { count: [1, 2, 4, 6], atMost: 8, before: 360, after: 60, priority: 1 }),
      line('patrol', {
        count: [4, 10, 20, 40],
        atMost: 60,
        before: 240,
        after: 120,
        powers: ['carry-arms'],
        priority: 1,
      }),
      line('motorcyclist', {
        count: [2, 4, 8, 12],
        atMost: 20,
        before: 180,
        after: 120,
        powers: ['traffic-control'],
        priority: 2,
      }),
      line('close-protection', {
        count: [0, 2, 6, 12],
        atMost: 20,
        before: 180,
        after: 60,
        powers: ['carry-arms'],
        priority: 1,
      }),
      line('counter-drone', {
        count: [1, 2, 3, 6],
        atMost: 8,
        before: 180,
        after: 60,
        powers: ['drone-neutralisation'],
        priority: 2,
      }),
      line('cbrn', { count: [0, 1, 2, 4], atMost: 4, before: 180, after: 60, priority: 3 }),
    ],
  },
  'fan-zone': {
    ...anySize,
    target: 'object',
    places: ['fan-zone'],
    hazard: 'crowd',
    daily: { from: '10:00', to: '01:00' },
    lines: [
      line('public-order', { count: [4, 6, 10, 16], atMost: 30, before: 60, after: 60, priority: 2 }),
      line('screening', { count: [2, 4, 6, 8], atMost: 12, before: 60, after: 0, priority: 2 }),
      line('medical', { count: [1, 1, 2, 4], atMost: 6, before: 30, after: 30, priority: 3 }),
    ],
  },
  'team-hotel': {
    ...anySize,
    target: 'object',
    places: ['team-hotel', 'training-site'],
    hazard: 'terrorism',
    lines: [
      line('close-protection', {
        count: [0, 1, 2, 4],
        atMost: 6,
        before: 0,
        after: 0,
        powers: ['carry-arms'],
        priority: 2,
      }),
      line('patrol', {
        count: [1, 2, 2, 4],
        atMost: 6,
        before: 0,
        after: 0,
        powers: ['carry-arms'],
        priority: 3,
      }),
    ],
  },
  'station-and-airport': {
    ...anySize,
    target: 'object',
    places: ['station', 'airport'],
    hazard: 'crime',
    daily: day,
    lines: [
      line('patrol', {
        count: [2, 4, 6, 10],
        atMost: 12,
        before: 0,
        after: 0,
        powers: ['identity-check'],
        priority: 3,
      }),
      line('document-fraud', {
        count: [0, 1, 2, 3],
        atMost: 4,
        before: 0,
        after: 0,
        powers: ['identity-check'],
        priority: 3,
      }),
      line('explosive-dog', { count: [0, 1, 2, 2], atMost: 3, before: 0, after: 0, hours: 6, priority: 2 }),
    ],
  },
};
