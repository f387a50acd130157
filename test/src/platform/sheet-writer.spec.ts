import { csvOf } from '@zhiyu/server/platform/sheet/csv.writer';
import { readSheetFile } from '@zhiyu/server/platform/sheet/read-sheet';
import { xlsxOf } from '@zhiyu/server/platform/sheet/xlsx.writer';
import { expect } from 'chai';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';

/** What programs have taken for formulas: plain, behind blanks, full-width, behind a tab or a new line. */
const attacks = [
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '=HYPERLINK("http://evil.example","看")',
  "=cmd|' /C calc'!A0",
  '  =1+1',
  '＝1+1',
  '＋1',
  '\t=1',
  '\r=1',
  '\n=1',
];

/** A reader of RFC 4180 of our own: a field, then a comma or the end of a line. */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (field.lastIndex < csv.length) {
    const found = field.exec(csv);
    if (!found) throw new Error('not CSV');
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe('a table that leaves', () => {
  it('is CSV that holds every text as it is, with its mark for Excel', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    const harmless = text.filter(
      (one) => !/^[\s\u0000-\u001f]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(one),
    );
    const table = fc.array(fc.array(harmless, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const csv = csvOf(rows).toString('utf8');
        expect(csv.startsWith('\ufeff')).to.equal(true);
        expect(fieldsOf(csv.slice(1))).to.deep.equal(rows);
      }),
    );
    expect(csvOf([['甲', 1.5, null, -2]]).toString('utf8')).to.equal('\ufeff甲,1.5,,-2\r\n');
  });

  it('holds no formula in CSV: a text like one begins with a quotation mark', () => {
    for (const attack of attacks) {
      const [[first] = []] = fieldsOf(
        csvOf([[attack, 'x']])
          .toString('utf8')
          .slice(1),
      );
      expect(first, JSON.stringify(attack)).to.equal(`'${attack}`);
    }
  });

  it('is XLSX that is read back as it was, texts like formulas as texts', async () => {
    const rows = [
      ['项目', '<b>&"内容"</b>'],
      ...attacks.slice(0, 9).map((attack) => [attack, 2.5] as const),
    ];
    const bytes = xlsxOf([{ name: '数据', rows, widths: [20, 10] }]);
    const read = await readSheetFile(bytes, 'a.xlsx');
    expect(read.map((row) => row.slice(0, 2))).to.deep.equal(
      rows.map(([a, b]) => [a.trim(), String(b)]),
    );
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).not.to.match(/<f[\s>]/);
    expect(xml.match(/t="inlineStr"/g)).to.have.length(attacks.slice(0, 9).length + 2);
  });

  it('has as many sheets as were asked for, in the letters of the alphabet and beyond', async () => {
    const wide = Array.from({ length: 30 }, (_, n) => `c${n}`);
    const bytes = xlsxOf([
      { name: 'A & B', rows: [wide], widths: [] },
      { name: '说明', rows: [['x']], widths: [10] },
    ]);
    const parts = unzipSync(bytes);
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).to.contain('name="A &amp; B"');
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).to.contain('r="AD1"');
    expect(
      (await readSheetFile(xlsxOf([{ name: 'a', rows: [wide], widths: [] }]), 'a.xlsx'))[0],
    ).to.deep.equal(wide);
  });
});
