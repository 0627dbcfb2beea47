import { defineWords } from '../../kit/define-words.ts';

/** Teams and delegations of an event. */
export const teamWords = defineWords({
  teach: {
    ar: 'تُعرف بها بلدان المنتخبات في البرنامج، وتُستورد من ملف.',
    fr: 'Elles donnent leur pays aux équipes du programme ; elles viennent d’un fichier importé.',
    en: 'By them the programme’s sides get their countries; they come of a file.',
  },
  none: { ar: 'لا منتخبات بعد', fr: 'Aucune équipe', en: 'No teams yet' },
  noneTeach: {
    ar: 'استورد قائمة المنتخبات أو الوفود لتُعرف جنسيات من يحضر كل حصة.',
    fr: 'Importez la liste des équipes ou délégations pour savoir qui joue à chaque session.',
    en: 'Import the list of teams or delegations to know which nations are in each session.',
  },
  noCountry: { ar: 'بلد غير معروف', fr: 'pays non reconnu', en: 'country not recognised' },
});
