/** Tables as people export them: recognised, read row by row, and told what is wrong, row by row. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../kernel/ids.ts';
import { deriveId, extensionIds, validateObject } from '../../../plumbing/stix/index.ts';
import { type CsvFile, csvLimits } from './contract.ts';
import { readCsv } from './reading.ts';

const needs = { self: newId('party'), at: '2024-07-26T17:30:00.000Z' };
const unasked = { encoding: null, separator: null, header: null, mapping: null } as const;
const fileOf = (
  kind: CsvFile['kind'],
  bytes: Uint8Array | string,
  asked: Partial<CsvFile> = {},
): CsvFile => ({
  kind,
  content: Buffer.from(bytes).toString('base64'),
  ...unasked,
  ...asked,
});
const read = (...given: Parameters<typeof fileOf>) => readCsv(fileOf(...given), needs, ['contact']);

/** `row.column rule`, as far as they are errors or warnings of cells. */
const told = (...given: Parameters<typeof fileOf>) =>
  read(...given).report.problems.map(({ row, column, rule }) => `${row}.${column} ${rule}`);

// Windows-1256 of the letters used here (the code page as published by Unicode).
const cp1256 = new Map<string, number>();
for (const [letter, byte] of Object.entries({
  ا: 0xc7,
  ب: 0xc8,
  ة: 0xc9,
  ت: 0xca,
  ح: 0xcd,
  خ: 0xce,
  د: 0xcf,
  ر: 0xd1,
  س: 0xd3,
  ظ: 0xd9,
  ع: 0xda,
  ل: 0xe1,
  م: 0xe3,
  ن: 0xe4,
  ه: 0xe5,
  و: 0xe6,
  ي: 0xed,
}))
  cp1256.set(letter, byte);
const asArabicPage = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((letter) => cp1256.get(letter) ?? letter.charCodeAt(0)));

describe('the bytes of a file', () => {
  const text = 'name;remarks\nالعربي;été\n';
  const wide = (mark: boolean) => Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 with a mark', wide(true), 'utf-16le'],
    ['UTF-16 without one', wide(false), 'utf-16le'],
    ['UTF-16 of the other order', wide(true).swap16(), 'utf-16be'],
  ])('of %s are read', (_, bytes, encoding) => {
    const { report, objects } = read('persons', bytes);
    expect(report).toMatchObject({ encoding, separator: ';', header: true, problemCount: 0 });
    expect(objects).toMatchObject([{ name: 'العربي', description: 'été' }]);
  });
  it('of a Windows page are told apart by their words', () => {
    const arabic = read('persons', asArabicPage('الاسم;ملاحظات\nعبد الرحيم;بدون\n'));
    expect(arabic.report.encoding).toBe('windows-1256');
    expect(arabic.objects).toMatchObject([{ name: 'عبد الرحيم', description: 'بدون' }]);
    const french = read('persons', Buffer.from('Nom;Prénom\nÉLIÉ;Zoé\nNUÑEZ;Éloïse\n', 'latin1'));
    expect(french.report.encoding).toBe('windows-1252');
    expect(french.objects.map(({ name }) => name)).toEqual(['Zoé ÉLIÉ', 'Éloïse NUÑEZ']);
  });
  it('are read as they are said to be', () => {
    const asked = { encoding: 'windows-1252' } as const;
    expect(read('persons', 'nom\nÉlie', asked).objects).toMatchObject([{ name: 'Ã‰lie' }]);
  });
});

describe('a table of indicators', () => {
  const table = [
    'Indicateur,Type,Commentaire,Valable du,Confiance,Étiquettes',
    '198.51.100.7,,"poste, ""C2""",26/07/2024,80 %,"c2;botnet"',
    '2001:db8::1/64,ip,,,,',
    'hxxps://mal[.]example/a?b=1,,,,,',
    'Exemple.EXAMPLE,domaine,,,,',
    'a.b@exemple.example,,,,,',
    'D41D8CD98F00B204E9800998ECF8427E,,,,,',
    `${'ab'.repeat(32)},SHA-256,,,,`,
    '+212 6 61-00-00-00,téléphone,,,,',
    '00:00:5E:00:53:AF,,,,,',
    'موقع.مصر,,,,,',
  ].join('\r\n');

  it('becomes indicators whose patterns and observables are sound', () => {
    const { report, objects } = read('indicators', table);
    expect(report).toMatchObject({ separator: ',', header: true, rowCount: 10, soundCount: 10 });
    expect(report.columns.map(({ field }) => field)).toEqual([
      'value',
      'type',
      'description',
      'validFrom',
      'confidence',
      'labels',
    ]);
    for (const object of objects) expect(validateObject(object)).toEqual([]);
    const observables = objects.filter(({ type }) => type !== 'indicator');
    for (const object of observables) expect(object.id).toBe(deriveId(object));
    expect(observables.map(({ type }) => type)).toEqual([
      'ipv4-addr',
      'ipv6-addr',
      'url',
      'domain-name',
      'email-addr',
      'file',
      'file',
      'user-account',
      'mac-addr',
      'domain-name',
    ]);
    expect(objects[0]).toMatchObject({
      pattern: "[ipv4-addr:value = '198.51.100.7']",
      description: 'poste, "C2"',
      valid_from: '2024-07-26T00:00:00.000Z',
      confidence: 80,
      labels: ['c2', 'botnet'],
    });
    expect(objects.map(({ pattern }) => pattern)).toContain(
      "[user-account:account_type = 'phone' AND user-account:user_id = '+212661000000']",
    );
    expect(objects.map(({ pattern }) => pattern)).toContain(`[file:hashes.'SHA-256' = '${'ab'.repeat(32)}']`);
    expect(report.problems).toMatchObject([{ row: 4, column: 1, rule: 'refanged', severity: 'warning' }]);
  });

  it('is told what is wrong, in which row and column', () => {
    const rows = [
      'value;type;valid from;valid until;confidence',
      '198.51.100.7;;;;',
      'no such thing;;;;',
      'example.com;ip;;;',
      ';;2024-02-30;;101',
      'example.org;fruit;2024-07-26;2024-07-25;',
      '',
      '198.51.100.7;;;;',
    ].join('\n');
    expect(told('indicators', rows)).toEqual([
      '3.1 kind-unknown',
      '4.1 kind-differs',
      '5.1 value-missing',
      '5.3 date',
      '5.5 confidence',
      '6.2 type-unknown',
      '6.4 date-order',
      '8.null repeated',
    ]);
    expect(read('indicators', rows).report).toMatchObject({ rowCount: 6, soundCount: 2, objectCount: 3 });
  });

  it('without a header and of one column is a list of values', () => {
    const { report } = read('indicators', '198.51.100.7\nexample.com\n');
    expect(report).toMatchObject({ header: false, columns: [{ field: 'value', title: '' }], soundCount: 2 });
  });
});

describe('a table of persons', () => {
  it('becomes identities with the subject extension, in Arabic words', () => {
    const table = [
      'الاسم بالعربية\tالاسم باللاتينية\tتاريخ الازدياد\tالجنسية\tنوع الوثيقة\tرقم الوثيقة\tالصفة',
      'سلمى العلوي\tSalma ALAOUI\t٠٣/٠٤/١٩٩٠\tمغربية\tجواز السفر\tAB123456\tشاهدة',
    ].join('\n');
    const { report, objects } = read('persons', table);
    expect(report).toMatchObject({ separator: '\t', categories: ['witness'], problemCount: 0 });
    for (const object of objects) expect(validateObject(object)).toEqual([]);
    expect(objects).toMatchObject([
      {
        type: 'identity',
        name: 'Salma ALAOUI',
        roles: ['witness'],
        extensions: {
          [extensionIds.subject]: {
            names: [
              { script: 'Latn', name: 'Salma ALAOUI' },
              { script: 'Arab', name: 'سلمى العلوي' },
            ],
            birth_date: '1990-04-03',
            nationality: 'MA',
            document: { kind: 'passport', number: 'AB123456' },
          },
        },
      },
    ]);
  });

  it('is told what is wrong, and asks who the persons are', () => {
    const rows = [
      'Nom complet,Date de naissance,Nationalité,Qualité,Pièce,Pays de délivrance',
      '\u200F,2090-01-01,Atlantide,voisin,carnet,XX',
      'Zoé,31/02/1990,France,,,',
    ].join('\n');
    expect(told('persons', rows)).toEqual([
      '2.3 country',
      '2.4 category',
      '2.5 document-kind',
      '2.6 country',
      '2.2 date-future',
      '2.1 name-missing',
      '3.2 date',
    ]);
    const unmarked = readCsv(fileOf('persons', 'Nom\nZoé'), needs, []);
    expect(unmarked).toMatchObject({ fileUnsound: true, report: { problems: [{ rule: 'no-category' }] } });
  });

  it('keeps what looks like a formula as the text that it is', () => {
    expect(read('persons', 'name,remarks\n=1+1,@SUM(A1)').objects).toMatchObject([
      { name: '=1+1', description: '@SUM(A1)' },
    ]);
  });
});

describe('what no table is', () => {
  it.each([
    ['nothing', '', 'null.null empty'],
    ['a quote that does not close', 'value\n"a', 'null.null quotes'],
    ['no column of values', 'colour,size\nred,1', 'null.null no-value-column'],
    ['a control character', 'value,notes\nexample.com,a\u0007b', '2.2 characters'],
    [
      'a cell beyond the limit',
      `value,notes\nexample.com,${'x'.repeat(csvLimits.cell + 1)}`,
      '2.2 limit-cell',
    ],
    [
      'too many columns',
      Array.from({ length: csvLimits.columns + 1 }, () => 'x').join(),
      'null.null limit-columns',
    ],
    ['too many rows', 'value\n'.padEnd(6 + 2 * (csvLimits.rows + 1), 'a\n'), 'null.null limit-rows'],
  ])('is told: %s', (_, text, problem) => {
    expect(told('indicators', text)[0]).toBe(problem);
    expect(read('indicators', text).objects).toEqual([]);
  });
  it('a field chosen for two columns', () => {
    const mapping = ['value', 'value'] as const;
    expect(told('indicators', 'a,b\n1,2', { mapping: [...mapping] })).toEqual(['null.2 field-twice']);
  });
  it('as many rows as the limit', () => {
    const rows = Array.from({ length: csvLimits.rows }, (_, index) => `h${index}.example`).join('\n');
    expect(read('indicators', `value\n${rows}`).report.soundCount).toBe(csvLimits.rows);
  });
  it('never breaks the reader, whatever the bytes, and never becomes unsound STIX', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '1.2.3.4',
        'a@b.c',
        "x'y.z",
        '"',
        ';',
        '\\',
        'http://[',
        'x://\u0000',
        '::',
        '٣/٤/٢٠٢٠',
      ),
    );
    const text = fc.array(
      fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(',')),
      { maxLength: 8 },
    );
    const bytes = fc.oneof(
      fc.uint8Array(),
      text.map((lines) => Buffer.from(`value,type\n${lines.join('\n')}`)),
    );
    fc.assert(
      fc.property(fc.constantFrom('indicators', 'persons'), bytes, (kind, content) => {
        const { objects } = readCsv(fileOf(kind, content), needs, ['contact']);
        for (const object of objects)
          expect(validateObject(object).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
