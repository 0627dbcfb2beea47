/** Kinds of objects, and states, as files call them. Pure. */
import { fold } from '../../../plumbing/search/index.ts';
import { type ObjectKind, objectKinds } from '../place-contract.ts';

const kindWords: Readonly<Record<ObjectKind, string>> = {
  'fan-zone': 'fan zone|fanzone|fan zones|fan park|zone de supporters|club 2024|منطقة المشجعين|فان زون',
  'team-hotel': 'team hotel|hotel|hotel equipe|hotel d equipe|team base camp|فندق|فندق الفريق|فندق المنتخب',
  'training-site': 'training site|training|training ground|site d entrainement|entrainement|ملعب التدريب',
  station: 'station|railway station|metro station|gare|metro|محطة|محطة القطار',
  airport: 'airport|aeroport|مطار',
  route: 'route|road|stage|parcours|itineraire|etape|trace|مسار|طريق|مرحلة',
  ceremony: 'ceremony|opening ceremony|closing ceremony|ceremonie|ceremonie d ouverture|حفل|حفل الافتتاح',
  other: 'other|autre|site|آخر',
};
const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const kinds: ReadonlyMap<string, ObjectKind> = new Map(
  objectKinds.flatMap((kind) =>
    [kind, ...kindWords[kind].split('|')].map((word) => [plain(word), kind] as const),
  ),
);

export const readKind = (text: string): ObjectKind | null => kinds.get(plain(text)) ?? null;

const stateWords = (words: string): ReadonlySet<string> => new Set(words.split('|').map(plain));
const cancelled = stateWords(
  'cancelled|canceled|abandoned|annule|annulee|supprime|closed|ferme|withdrawn|forfait|ملغى|ملغاة|ألغيت|مغلق|منسحب',
);
const moved = stateWords(
  'moved|postponed|rescheduled|delayed|reporte|reportee|decale|decalee|مؤجل|مؤجلة|أُجلت|تغير موعدها',
);

/** What a file's word for a state means here: all that is neither called off nor put off stands. */
export const readState = (text: string): 'planned' | 'moved' | 'cancelled' => {
  const word = plain(text);
  if (cancelled.has(word)) return 'cancelled';
  return moved.has(word) ? 'moved' : 'planned';
};
