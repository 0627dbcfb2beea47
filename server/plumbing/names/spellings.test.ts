/** How registers of Persia and the Maghreb write, and hands in a hurry; with people whom we invented. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareNames, createNameList, createNameSearch, loadModel } from './index.ts';
import { readModel } from './model.ts';
import { partsOf } from './parts.ts';
import { taught } from './taught.ts';

const model = loadModel();
const compare = (one: string, two: string): number => compareNames(model, one, two).probability;

describe('letters that lessons hardly have', () => {
  test.each([
    ['گلشن چنگیزی', 'Golshan Changizi'],
    ['ژاله پرویزی', 'Jaleh Parvizi'],
    ['پرویز گلشن', 'برويز كلشن'],
    ['عبد الله ݣنون', 'Abdellah Guennoun'],
    ['عبد الله ڭنون', 'عبد الله كنون'],
    ['خديجة يلول', 'Jadiya Yelul'],
    ['جمال الجيلالي', 'Yamal Yilali'],
  ])('%s is %s', (one, two) => {
    expect(compare(one, two)).toBeGreaterThan(0.5);
  });

  test('each stands for itself, so that a letter more or less does not part two names', () => {
    expect(compare('چنگیزی ژاله', 'چنگيز ژاله')).toBeGreaterThan(0.5);
  });
});

describe('names of the Maghreb', () => {
  test.each([
    ['إدريس الوزاني', 'Driss Ouazzani'],
    ['إبراهيم العلمي', 'Brahim Alami'],
    ['إسماعيل التازي', 'Smail Tazi'],
    ['امبارك الناجي', 'Mbarek Naji'],
    ['لكبير الناجي', 'El Kebir Naji'],
    ['الحسين الناجي', 'Lhoussaine Naji'],
    ['Med Ouazzani', 'محمد الوزاني'],
    ['Mohd. Alami', 'Mohamed Alami'],
    ['ليلي العلمي', 'Leila Alami'],
    ['مصطفي الناجي', 'مصطفى الناجي'],
    ['عبد الإله بنكيران الناجي', 'A. Benkirane Naji'],
  ])('%s is %s', (one, two) => {
    expect(compare(one, two)).toBeGreaterThan(0.5);
  });

  test.each([
    ['أحمد الناجي', 'Hammouda Naji'],
    ['إدريس الناجي', 'Idir Naji'],
  ])('%s is not %s', (one, two) => {
    expect(compare(one, two)).toBeLessThan(0.5);
  });
});

describe('names as scholars write them', () => {
  test.each([
    ['حسين عبيد', 'Husayn Ubayd'],
    ['سليمان قيس', 'Sulayman Qays'],
    ['محمد بن زيد الجميلي', 'Muhammad ibn Zayd al-Jumayli'],
  ])('%s is %s', (one, two) => {
    expect(compare(one, two)).toBeGreaterThan(0.9);
  });

  test('a vowel and the letter that lengthens it are read as one', () => {
    const { fellows } = compareNames(model, 'حموشي', 'Hammouchi');
    expect(fellows[0]?.spellings.map(({ one, two }) => `${one}/${two}`)).toContain('و/ou');
  });
});

describe('two names in one word', () => {
  test.each([
    ['Fatimazohra Bennis', 'فاطمة الزهراء بنيس'],
    ['فاطمةالزهراء بنيس', 'Fatima Ezzahra Bennis'],
    ['نورالهدى العمري', 'Nour El Houda Amri'],
    ['محمدرضا شجري', 'Mohammad Reza Shajari'],
    ['Mohammadreza Shajari', 'محمد رضا شجري'],
  ])('%s is %s', (one, two) => {
    expect(compare(one, two)).toBeGreaterThan(0.5);
  });

  test.each(['جيرالدين', 'Geraldine', 'Nordin', 'Alicante', 'نورهان', 'Alihan'])('%s is one', (name) => {
    expect(partsOf(name)).toHaveLength(1);
  });
});

test('digits typed for sounds are those sounds; a numeral by itself is none', () => {
  expect(compare('Mo7amed 3amrani', 'محمد العمراني')).toBeGreaterThan(0.5);
  expect(partsOf('Mohamed 5')).toHaveLength(1);
});

test('a name in the other spelling comes first in a list', () => {
  const names = [
    'Jaleh Parvizi',
    'Jalal Barwazi',
    'Driss Alami',
    'Idris Alaoui',
    'Brahim Naji',
    'Ibtihal Naji',
  ];
  const search = createNameSearch(model, createNameList(names));
  const first = (name: string) => names[search.find(name, 1)[0]?.name ?? -1];
  expect(first('ژاله پرویزی')).toBe('Jaleh Parvizi');
  expect(first('إبراهيم الناجي')).toBe('Brahim Naji');
});

test('what is taught stands before what was learned of the same chunks', () => {
  const text = readFileSync(new URL('./model.tsv', import.meta.url), 'utf8');
  const [pair, plain] = [readModel(text, taught)['arabic-latin'], readModel(text)['arabic-latin']];
  const weightOf = ({ a, b, table, weight }: typeof pair): number =>
    weight[(table[a.texts.indexOf('ج') * b.texts.length + b.texts.indexOf('y')] ?? 0) - 1] ?? 0;
  expect(weightOf(plain)).toBeLessThan(-3);
  expect(weightOf(pair)).toBeCloseTo(-0.5);
});
