/** What a TAXII client is told of this service and its collections. */
import type { Words } from '../../../kernel/faults.ts';
import type { CollectionKind } from './collection.ts';

/** The title and the description of each kind of collection. */
export const collectionWords: Readonly<Record<CollectionKind, { title: Words; description: Words }>> = {
  own: {
    title: { ar: 'مجموعة هذا النظام', fr: 'Collection de ce système', en: 'This system’s own collection' },
    description: {
      ar: 'يقرأ فيها هذا الحساب ويكتب ويحذف، ولا يراها غيره. ما يُرسل إليها لا يُوزَّع إلا بعد أن يُحرَّر في عنصر ويؤذن بإحالته.',
      fr: 'Ce compte seul y lit, écrit et supprime. Ce qu’il y dépose n’est diffusé qu’une fois repris dans une information dont la transmission est autorisée.',
      en: 'This account alone reads, writes and deletes in it. What it brings reaches others once it is drawn into an item and released.',
    },
  },
  service: {
    title: { ar: 'معلومات الجهاز', fr: 'Informations du service', en: 'What this service may read' },
    description: {
      ar: 'كائنات المعلومات الصادرة والواردة التي يجوز لهذا الحساب الاطلاع عليها، وفق وسم كل منها.',
      fr: 'Objets des informations transmises ou reçues que ce compte peut lire, selon le marquage de chacun.',
      en: 'Objects of the items released or received that this account may read, by the marking of each.',
    },
  },
  partner: {
    title: { ar: 'ما أُحيل إلى جهازكم', fr: 'Transmis à votre service', en: 'Released to your service' },
    description: {
      ar: 'النسخ التي أُحيلت إلى جهازكم، بعد حجب ما لا يجوز له.',
      fr: 'Les copies transmises à votre service, sans ce qui en a été retiré.',
      en: 'The copies that your service was released, without what was withheld from it.',
    },
  },
};

/** What the discovery and the API root say of themselves. */
export const serverWords: Words = {
  ar: 'تبادل المعلومات الموسومة بين الأجهزة (STIX 2.1)',
  fr: 'Échange d’informations marquées entre services (STIX 2.1)',
  en: 'Exchange of marked information between services (STIX 2.1)',
};

/** Why an object of a batch was not taken, where STIX itself finds nothing wrong with it. */
export const refusalWords = {
  notAnObject: {
    ar: 'ليس كائن STIX.',
    fr: 'Ce n’est pas un objet STIX.',
    en: 'This is not a STIX object.',
  },
  aboveClearance: {
    ar: 'وسم هذا الكائن أعلى مما يجوز لهذا الحساب.',
    fr: 'Le marquage de cet objet dépasse l’habilitation de ce compte.',
    en: 'The marking of this object is above the clearance of this account.',
  },
  sameVersion: {
    ar: 'توجد هذه النسخة بمحتوى آخر. غيّر modified.',
    fr: 'Cette version existe avec un autre contenu. Changez modified.',
    en: 'This version exists with other content. Change modified.',
  },
} as const satisfies Readonly<Record<string, Words>>;
