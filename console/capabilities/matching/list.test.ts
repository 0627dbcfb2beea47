import { describe, expect, test } from 'vitest';
import {
  askedOf,
  linesAs,
  linesOf,
  listLimits,
  listOf,
  nationalNumbers,
  sortReadings,
  typedOf,
  withCountry,
} from './list.ts';
import { decode, guessColumns, hasTitles, linesOfTable, readTable } from './table.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The lines that a file makes by itself, before anybody chooses a column. */
const linesFrom = (text: string): readonly string[] => {
  const table = readTable(text);
  if (table === null) return [];
  return linesOf(linesOfTable(table, { ...guessColumns(table), titles: hasTitles(table) }));
};

describe('a list', () => {
  test('is one identifier a line; what is between the lines is nothing', () => {
    expect(linesOf(' +212661000001 \r\n\n\tx@y.example')).toEqual(['+212661000001', 'x@y.example']);
  });

  test('is rid of what no node takes and nobody sees, so that one such line stops none of the others', () => {
    expect(linesOf('+212\u0000661000001\u001b\nMA\tAB123456')).toEqual(['+212 661000001', 'MA AB123456']);
  });

  test('is of one kind, unless a line has its own', () => {
    const list = {
      text: 'MA AB123456\n+212661000001',
      kind: null,
      kinds: { 'MA AB123456': 'document' },
    } as const;
    expect(typedOf(list)).toEqual([{ kind: 'document', text: 'MA AB123456' }, { text: '+212661000001' }]);
    expect(typedOf({ ...list, kind: 'phone', kinds: {} }).map(({ kind }) => kind)).toEqual([
      'phone',
      'phone',
    ]);
  });

  test('of an item keeps the kind of each, and the order of a date beside Arabic letters', () => {
    const list = listOf({
      title: 'x',
      field: 'terrorism',
      purpose: 'prevention',
      identifiers: [
        { kind: 'name-birth', text: 'محمد الحموشي 1984-05-31' },
        { kind: 'document', text: 'MA AB123456' },
      ],
    });
    expect(typedOf(list)).toEqual([
      { kind: 'name-birth', text: 'محمد الحموشي \u200e1984-05-31' },
      { kind: 'document', text: 'MA AB123456' },
    ]);
  });

  test('of a table of persons takes what is typed beside it for what it is', () => {
    const list = linesAs('Alami\nTazi Amina, 02/03/1990', 'name-birth');
    expect(typedOf({ ...list, text: `${list.text}\n+212661000001` })).toEqual([
      { kind: 'name-birth', text: 'Alami' },
      { kind: 'name-birth', text: 'Tazi Amina, 02/03/1990' },
      { text: '+212661000001' },
    ]);
  });

  test('holds no line that the node would not look at', () => {
    const [line] = typedOf({ ...listOf(null), text: '1'.repeat(listLimits.characters + 1) });
    expect(line?.text).toHaveLength(listLimits.characters);
  });

  test('of numbers as they are dialled at home is written for abroad once their country is said', () => {
    const text = ' 0661 00-00-17\n٠٦٦١٠٠٠٠١٨\n+33 6 39 98 40 17\n0661 00-00-17';
    const refused = ['0661 00-00-17', '٠٦٦١٠٠٠٠١٨'].map(
      (line) => ({ text: line, kind: 'phone', form: null, keys: 0, problem: 'country' }) as const,
    );
    const other = { text: 'AB123456', kind: 'document', form: null, keys: 0, problem: 'country' } as const;
    const national = nationalNumbers([...refused, other]);
    expect(linesOf(withCountry({ ...listOf(null), text }, national, 'MA').text)).toEqual([
      '+212 661 00-00-17',
      '+212 ٦٦١٠٠٠٠١٨',
      '+33 6 39 98 40 17',
      '+212 661 00-00-17',
    ]);
    const italian = withCountry({ ...listOf(null), text: '06 6982' }, ['06 6982'], 'IT');
    expect(italian.text).toBe('+39 06 6982');
  });

  test('is sent as it was read: the refused stay behind, and each has its kind', () => {
    const sorted = sortReadings([
      { text: 'a', kind: 'domain', form: 'a.example', keys: 1, problem: null },
      { text: 'b', kind: null, form: null, keys: 0, problem: 'kind' },
    ]);
    expect(askedOf(sorted)).toEqual([{ kind: 'domain', text: 'a' }]);
    expect(sorted.refused.map(({ text }) => text)).toEqual(['b']);
  });
});

describe('a table', () => {
  test.each([
    [
      'semicolons, titles',
      'Numéro;Note\n+212661000001;vu\n+212661000002;',
      ['+212661000001', '+212661000002'],
    ],
    ['commas, no titles', '+212661000001,x\n+212661000002,y', ['+212661000001', '+212661000002']],
    ['one column', 'a@b.example\nc@d.example', ['a@b.example', 'c@d.example']],
    ['quoted commas', '"Nom, prénom",Né\n"Alami, Yassine",1990-01-02', ['Alami, Yassine, 1990-01-02']],
  ])('%s', (_name, text, lines) => {
    expect(linesFrom(text)).toEqual(lines);
  });

  test('of names with birth dates makes lines of both, in whichever column they stand', () => {
    const text = 'تاريخ الميلاد;الاسم\n1984-05-31;محمد الحموشي';
    const table = readTable(text);
    expect(table && guessColumns(table)).toEqual({ main: 1, given: null, born: 0 });
    expect(linesFrom(text)).toEqual(['محمد الحموشي, 1984-05-31']);
  });

  test.each([
    [
      'family and given names apart, the day first',
      'Nom;Prénom;Né(e) le;Téléphone\nARANDA VEGA;Lucía;11/02/1996;+33639984017\n;;;\nBENALI;Fatima;01/01/1970;',
      ['ARANDA VEGA Lucía, 11/02/1996', 'BENALI Fatima, 01/01/1970'],
    ],
    [
      'the same in Arabic, after a number of order',
      'ر.ت;تاريخ الازدياد;الاسم العائلي;الاسم الشخصي\n1;31/05/1984;الحموشي;محمد',
      ['الحموشي محمد, 31/05/1984'],
    ],
    ['telephones behind names without days', 'Nom;Téléphone\nAlami;\nTazi;+212661000001', ['+212661000001']],
  ])('%s: nobody has to choose a column', (_name, text, lines) => {
    expect(linesFrom(text)).toEqual(lines);
  });

  test('in the code page of Arabic Windows is read as well', () => {
    expect(decode(bytes('محمد'))).toBe('محمد');
    expect(decode(Uint8Array.from([0xe3, 0xcd, 0xe3, 0xcf]))).toBe('محمد');
  });

  test('in UTF-16, as Excel writes «Unicode text», is read as well', () => {
    expect(decode(Uint8Array.from([0xff, 0xfe, 0x45, 0x06, 0x2d, 0x06]))).toBe('مح');
    expect(decode(Uint8Array.from([0xfe, 0xff, 0x06, 0x45, 0x06, 0x2d]))).toBe('مح');
  });

  test('that is none is none', () => {
    expect(readTable('')).toBeNull();
    expect(readTable('"never closed')).toBeNull();
  });
});
