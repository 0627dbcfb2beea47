import { expect, test } from 'vitest';
import { fold, skeletonsOf } from './folding.ts';

test.each([
  ['أحمد', 'احمد', 'hamza above alef'],
  ['إدارة', 'اداره', 'hamza below alef, taa marbuta'],
  ['آسفي', 'اسفي', 'madda'],
  ['ٱلرباط', 'الرباط', 'alef wasla'],
  ['مسؤول', 'مسوول', 'hamza on waw'],
  ['بئر', 'بير', 'hamza on yaa'],
  ['شيء', 'شي', 'hamza alone'],
  ['مصطفى', 'مصطفي', 'alef maqsura'],
  ['مُحَمَّدٌ', 'محمد', 'harakat and shadda'],
  ['ســـلاح', 'سلاح', 'tatweel'],
  ['علی', 'علي', 'Persian yeh'],
  ['کریم', 'كريم', 'Persian kaf and yeh'],
  ['پاريس', 'باريس', 'Persian peh'],
  ['أڭادير', 'اكادير', 'Maghrebi gaf'],
  ['ڤيزا', 'فيزا', 'veh'],
  ['ﻻﻓﺘﺔ', 'لافته', 'presentation forms'],
  ['٢٠٢٤', '2024', 'Arabic-Indic digits'],
  ['۲۰۲۴', '2024', 'Persian digits'],
  ['Élysée', 'elysee', 'accents'],
  ['ÇA', 'ca', 'cedilla and case'],
  ['Œuvre', 'oeuvre', 'ligature œ'],
  ['Lætitia', 'laetitia', 'ligature æ'],
  ['ﬁle', 'file', 'ligature fi'],
  ['Straße', 'strasse', 'sharp s'],
  ['İstanbul', 'istanbul', 'dotted capital i'],
  ['Łódź', 'lodz', 'stroke'],
  ['２０２４', '2024', 'full-width digits'],
  ['l’État', "l'etat", 'typographic apostrophe'],
  ['a\u200fb\u2067c', 'abc', 'marks of direction'],
  ['so\u00adft', 'soft', 'soft hyphen'],
])('%s folds to %s (%s)', (text, folded) => {
  expect(fold(text)).toBe(folded);
  // What is folded stays as it is: index and query may fold at different moments.
  expect(fold(folded)).toBe(folded);
});

test.each([
  ['ضابط', 'ضباط'],
  ['وثيقه', 'وثايق'],
  ['شاهد', 'شهود'],
  ['طفل', 'اطفال'],
  ['سلاح', 'اسلح'],
  ['هاتف', 'هواتف'],
  ['طريق', 'طرق'],
  ['شخص', 'اشخاص'],
  ['الضباط', 'ضابط'],
  ['وضباط', 'ضابط'],
])('%s and its other number %s share a skeleton', (singular, plural) => {
  expect(skeletonsOf(singular).filter((one) => skeletonsOf(plural).includes(one))).toHaveLength(1);
});

test.each([
  ['ضبطت', 'ضباط', 'a verb keeps its ending'],
  ['كاتب', 'مكتب', 'another pattern of the root'],
])('%s is not taken for %s (%s)', (one, other) => {
  expect(skeletonsOf(one).filter((bones) => skeletonsOf(other).includes(bones))).toEqual([]);
});

test.each(['دار', 'في', 'police', '2024', ''])('%s has no skeleton', (word) => {
  expect(skeletonsOf(word)).toEqual([]);
});
