/**
 * What can keep the database from opening. Read by the person who starts the node, so each says what to do.
 */
import { defineFaults, Fault, type FaultDetails } from '../../kernel/faults.ts';

/** The part of the fault catalogue that says what to do about a database. */
export const databaseFaults = defineFaults({
  'database/unreachable': {
    status: 503,
    ar: 'قاعدة البيانات لا تستجيب ({reason}). تحقّق من تشغيلها ومن صحة عنوان DATABASE_URL ثم أعد التشغيل.',
    fr: 'La base de données ne répond pas ({reason}). Vérifiez qu’elle tourne et que DATABASE_URL est juste, puis relancez.',
    en: 'The database does not answer ({reason}). Check that it runs and that DATABASE_URL is right, then start again.',
  },
  'database/role-too-strong': {
    status: 500,
    ar: 'الحساب {role} يتجاوز حماية الصفوف في قاعدة البيانات. استعمل حسابًا أُنشئ بالخيارين NOSUPERUSER NOBYPASSRLS ويملك القاعدة.',
    fr: 'Le rôle {role} contourne la protection des lignes. Utilisez un rôle créé avec NOSUPERUSER NOBYPASSRLS et propriétaire de la base.',
    en: 'The role {role} passes over row-level security. Use a role made with NOSUPERUSER NOBYPASSRLS that owns the database.',
  },
  'database/too-old': {
    status: 500,
    ar: 'إصدار PostgreSQL {version} أقدم من المطلوب. استعمل الإصدار {least} أو أحدث.',
    fr: 'PostgreSQL {version} est trop ancien. Utilisez la version {least} ou une plus récente.',
    en: 'PostgreSQL {version} is too old. Use version {least} or later.',
  },
  'database/migration-changed': {
    status: 500,
    ar: 'الملف {file} تغيّر بعد تطبيقه على قاعدة البيانات. أعِده كما كان، واكتب التغيير في ملف جديد.',
    fr: 'Le fichier {file} a changé après avoir été appliqué. Rétablissez-le et écrivez le changement dans un nouveau fichier.',
    en: 'The file {file} was changed after it was applied. Put it back as it was and write the change in a new file.',
  },
  'database/migration-unknown': {
    status: 500,
    ar: 'طُبّق على قاعدة البيانات الملف {file} الذي لا يعرفه هذا الإصدار. شغّل إصدارًا أحدث من البرنامج.',
    fr: 'La base porte la migration {file}, inconnue de cette version. Lancez une version plus récente du logiciel.',
    en: 'The database holds the migration {file}, which this version does not know. Run a later version of the program.',
  },
  'database/migration-order': {
    status: 500,
    ar: 'الملف {file} جديد لكن رقمه أسبق من ملف طُبّق من قبل. أعطه رقمًا لاحقًا.',
    fr: 'Le fichier {file} est nouveau mais son numéro précède une migration déjà appliquée. Donnez-lui un numéro postérieur.',
    en: 'The file {file} is new but its number comes before one that was applied. Give it a later number.',
  },
  'database/migration-name': {
    status: 500,
    ar: 'اسم الملف {file} غير مقبول. سمِّه بثلاثة أرقام ثم ما يفعله، مثل 003-add-request-deadline.sql، ولا تكرّر الرقم.',
    fr: 'Le nom {file} n’est pas accepté. Trois chiffres puis ce qu’il fait : 003-add-request-deadline.sql, sans répéter un numéro.',
    en: 'The name {file} is not accepted. Write three digits and what it does, 003-add-request-deadline.sql, each number once.',
  },
  'database/migration-failed': {
    status: 500,
    ar: 'تعذّر تطبيق الملف {file}: {reason}. لم يتغيّر شيء منه في القاعدة؛ صحّحه ثم أعد التشغيل.',
    fr: 'La migration {file} a échoué : {reason}. Rien n’en a été gardé ; corrigez-la puis relancez.',
    en: 'The migration {file} failed: {reason}. Nothing of it was kept; correct it and start again.',
  },
  'database/folder-in-use': {
    status: 500,
    ar: 'المجلد {folder} تستعمله عملية أخرى: {holder}. أوقفها، أو اختر مجلدًا آخر لهذه العقدة.',
    fr: 'Le dossier {folder} est déjà utilisé par {holder}. Arrêtez-le, ou donnez un autre dossier à ce nœud.',
    en: 'The folder {folder} is already in use by {holder}. Stop it, or give this node another folder.',
  },
  'database/folder-unreachable': {
    status: 500,
    ar: 'لا يستطيع الحساب {account} الوصول إلى {folder} لأن {parent} مغلق أمامه. انقل المجلد، أو نفّذ chmod o+x {parent}، أو شغّل العقدة بحساب عادي بدل root.',
    fr: 'Le compte {account} ne peut pas atteindre {folder} : {parent} lui est fermé. Déplacez le dossier, ou faites chmod o+x {parent}, ou lancez le nœud sans être root.',
    en: 'The account {account} cannot reach {folder} because {parent} is closed to it. Move the folder, or run chmod o+x {parent}, or start the node as an ordinary user instead of root.',
  },
  'database/folder-version': {
    status: 500,
    ar: 'المجلد {folder} أنشأه PostgreSQL {found} وهذا البرنامج يحمل {expected}. انقل البيانات بتصدير ثم استيراد، أو استعمل DATABASE_URL.',
    fr: 'Le dossier {folder} vient de PostgreSQL {found}, ce logiciel embarque {expected}. Exportez puis importez les données, ou utilisez DATABASE_URL.',
    en: 'The folder {folder} was made by PostgreSQL {found} and this program carries {expected}. Dump and restore the data, or use DATABASE_URL.',
  },
  'database/no-binaries': {
    status: 500,
    ar: 'لا توجد قاعدة بيانات مدمجة لهذا الجهاز ({platform}): {reason}. أعد npm ci مع الحزم الاختيارية، أو عيّن DATABASE_URL.',
    fr: 'Pas de base embarquée pour cette machine ({platform}) : {reason}. Relancez npm ci avec les paquets optionnels, ou fixez DATABASE_URL.',
    en: 'There is no embedded database for this machine ({platform}): {reason}. Run npm ci with optional packages, or set DATABASE_URL.',
  },
  'database/server-failed': {
    status: 500,
    ar: 'تعذّر تشغيل قاعدة البيانات المدمجة: {reason}. السجل في {log}.',
    fr: 'La base embarquée n’a pas démarré : {reason}. Son journal technique est {log}.',
    en: 'The embedded database did not start: {reason}. Its log is {log}.',
  },
});

/** A fault of this folder, with its English text as `message`, because it is mostly read in a terminal. */
export class DatabaseFault extends Fault {
  constructor(code: keyof typeof databaseFaults, details: FaultDetails = {}, cause?: unknown) {
    super(code, details);
    this.name = 'DatabaseFault';
    this.message = this.text('en');
    if (cause !== undefined) this.cause = cause;
  }
}
