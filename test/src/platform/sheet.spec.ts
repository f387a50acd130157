import { AppError } from '@zhiyu/contracts/errors';
import { readSheetFile } from '@zhiyu/server/platform/sheet/read-sheet';
import { expect } from 'chai';
import { strToU8 } from 'fflate';
import { anXlsx } from '../factories/written-test.js';

async function codeOf(bytes: Uint8Array, name = 'a.xlsx'): Promise<string> {
  try {
    await readSheetFile(bytes, name);
    return 'read';
  } catch (error) {
    expect(error).to.be.instanceOf(AppError);
    return (error as AppError).code;
  }
}

describe('a table that somebody sends', () => {
  it('is read from XLSX as text, line by line', async () => {
    const rows = await readSheetFile(
      anXlsx([
        ['手机', '成绩'],
        ['13800001111', 72.5],
        ['', ''],
        ['13800002222', 8],
      ]),
      '成绩.xlsx',
    );
    expect(rows[1]).to.deep.equal(['13800001111', '72.5']);
    expect(rows.at(-1)).to.deep.equal(['13800002222', '8']);
  });

  it('is read from CSV in UTF-8 and in what Excel writes on a Chinese Windows', async () => {
    const utf8 = strToU8('\uFEFF手机,"说明"\r\n138,"两行\n和""引号"""\r\n');
    expect(await readSheetFile(utf8, 'a.csv')).to.deep.equal([
      ['手机', '说明'],
      ['138', '两行\n和"引号"'],
    ]);
    const gbk = Uint8Array.from([0xb3, 0xc9, 0xbc, 0xa8, 0x0a, 0x38]);
    expect(await readSheetFile(gbk, 'a.csv')).to.deep.equal([['成绩'], ['8']]);
  });

  it('has no formulas: what they came to is whatever wrote the file', async () => {
    const formula = { raw: '<f>A1*10</f><v>90</v>' };
    expect(await codeOf(anXlsx([['成绩'], [formula]]))).to.equal('fileFormulas');
    expect(await codeOf(strToU8('成绩\n=1+1\n'), 'a.csv')).to.equal('fileFormulas');
  });

  it('that swells, is too large, too long, torn, or declares entities is refused', async () => {
    const bomb = { 'xl/sharedStrings.xml': new Uint8Array(40 * 1024 * 1024) };
    expect(await codeOf(anXlsx([['成绩']], bomb))).to.equal('fileBomb');
    expect(await codeOf(new Uint8Array(6 * 1024 * 1024))).to.equal('fileTooLarge');
    expect(await codeOf(strToU8('a\n'.repeat(2_500)), 'a.csv')).to.equal('sheetTooLong');
    expect(await codeOf(anXlsx([['成绩']]).subarray(0, 300))).to.equal('fileBroken');
    const entities = strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>');
    expect(await codeOf(anXlsx([['a']], { 'xl/sharedStrings.xml': entities }))).to.equal(
      'fileBroken',
    );
    expect(await codeOf(new Uint8Array())).to.equal('fileEmpty');
  });

  it('is what its name says', async () => {
    expect(await codeOf(anXlsx([['a']]), 'a.csv')).to.equal('fileTypeLies');
    expect(await codeOf(strToU8('a,b'), 'a.xlsx')).to.equal('fileTypeLies');
    expect(await codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'a.xls')).to.equal(
      'fileTypeUnknown',
    );
  });
});
