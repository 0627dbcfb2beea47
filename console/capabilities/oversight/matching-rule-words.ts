import { defineWords } from '../../kit/define-words.ts';

/** Rules of blind checks, as the role screen says them. */
export const matchingRuleWords = defineWords({
  'matching/own-people': {
    ar: 'المقارنة المحجوبة شأن ضباط الجهاز وحدهم، ولا يشارك فيها الضيوف.',
    fr: 'La comparaison en aveugle est réservée aux officiers du service ; les invités n’y ont pas part.',
    en: 'Blind checks are for this service’s own officers; guests take no part.',
  },
  'matching/officers-ask': {
    ar: 'يسأل من يحرّر الطلبات: المحلل والمداوم وضابط الاتصال ونقطة الاتصال ورئيس المركز.',
    fr: 'Demandent ceux qui rédigent les demandes : analyste, permanence, officier de liaison, point de contact, chef du centre.',
    en: 'Those ask who also write requests: analyst, watch, liaison officer, contact point, centre head.',
  },
  'matching/own-checks': {
    ar: 'يقرأ كل ضابط نتائج ما سأل عنه هو.',
    fr: 'Chacun lit les résultats de ses propres comparaisons.',
    en: 'Each reads the results of his own checks.',
  },
  'matching/overseers-read': {
    ar: 'يقرأ رئيس المركز ومندوب حماية المعطيات نتائج الجميع لأنهما مسؤولان عنها.',
    fr: 'Le chef du centre et le délégué à la protection des données lisent tous les résultats : ils en répondent.',
    en: 'The centre head and the data protection officer read everyone’s results: they answer for them.',
  },
  'matching/officers-read-hits': {
    ar: 'يرى حالات التطابق من يسأل ومن يراقب حماية المعطيات.',
    fr: 'Les concordances sont vues par ceux qui demandent et par le délégué à la protection des données.',
    en: 'Hits are seen by those who ask, and by the data protection officer.',
  },
  'matching/officers-decide': {
    ar: 'يبتّ في التطابق ضابط ممن يسألون، ولا يبتّ فيه النظام أبداً.',
    fr: 'Un officier qui peut demander décide de la concordance ; jamais le système.',
    en: 'An officer who may ask decides about a hit; the system never does.',
  },
  'matching/use-is-open': {
    ar: 'يرى من يسأل، ورئيس الجهاز، ومندوب حماية المعطيات كم سُئل في كل اتجاه.',
    fr: 'Ceux qui demandent, le chef de service et le délégué à la protection des données voient combien est demandé dans chaque sens.',
    en: 'Those who ask, the head of service and the data protection officer see how much is asked in each direction.',
  },
});
