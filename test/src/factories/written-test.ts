import type { InputOf } from '@zhiyu/contracts/routes';
import { routes } from '@zhiyu/contracts/routes';
import type { TestContent } from '@zhiyu/contracts/written-tests';
import { strToU8, zipSync } from 'fflate';
import type { TestApp } from '../harness/app.js';
import type { TestSession } from '../harness/client.js';

/** One item of each kind, 10 points. */
export function aTestContent(change: Partial<TestContent> = {}): TestContent {
  return {
    title: '门店计算',
    instruction: '可以用计算器。',
    minutes: 30,
    shuffle: true,
    passPercent: 60,
    items: [
      {
        ...{ code: 'q1', kind: 'single', points: 2, correct: 'b' },
        text: '一箱 24 瓶，卖了 3 箱又 5 瓶，一共多少瓶？',
        options: [
          { id: 'a', text: '72' },
          { id: 'b', text: '77' },
          { id: 'c', text: '67' },
          { id: 'd', text: '75' },
        ],
      },
      {
        ...{ code: 'q2', kind: 'multiple', points: 2, correct: ['a', 'c'] },
        text: '哪些情况要先下架？',
        options: [
          { id: 'a', text: '过了保质期' },
          { id: 'b', text: '换了包装' },
          { id: 'c', text: '胀袋' },
        ],
      },
      {
        ...{ code: 'q3', kind: 'number', points: 2, correct: 18.5, tolerance: 0.05, unit: '元' },
        text: '标价 37 元，打五折是多少？',
      },
      {
        ...{ code: 'q4', kind: 'text', points: 4 },
        text: '顾客拿来一袋过期的牛奶，你怎么处理？',
        keyPoints: ['先向顾客道歉', '给顾客退款或换货', '检查同批次商品并下架'],
      },
    ],
    ...change,
  };
}

/** Built and published. @returns its id */
export async function aPublishedTest(
  app: TestApp,
  session: TestSession,
  content = aTestContent(),
): Promise<string> {
  const { id, revision } = await app.api(routes.createTest, { content }, session);
  await app.api(routes.publishTest, { id, revision }, session);
  return id;
}

export type EnteredResult = Omit<InputOf<typeof routes.enterTestResult>, 'id'>;
export const anEnteredResult = (change: Partial<EnteredResult> = {}): EnteredResult => ({
  ...{ name: '门店计算', score: 72, maximum: 100, takenOn: '2026-11-20' },
  ...change,
});

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const columnOf = (at: number) => String.fromCharCode(65 + at);

/** A cell as XML: a number, an inline string, or whatever `raw` says. */
export type SheetCell = string | number | { raw: string };

function cellOf(cell: SheetCell, at: string): string {
  if (typeof cell === 'object') {
    return `<c r="${at}">${cell.raw}</c>`;
  }
  return typeof cell === 'number'
    ? `<c r="${at}"><v>${cell}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

/** A workbook with one table. */
export function anXlsx(rows: SheetCell[][], more: Record<string, Uint8Array> = {}): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const data = rows
    .map((row, y) => {
      const cells = row.map((cell, x) => cellOf(cell, `${columnOf(x)}${y + 1}`)).join('');
      return `<row r="${y + 1}">${cells}</row>`;
    })
    .join('');
  const types = 'http://schemas.openxmlformats.org/package/2006';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="${types}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="成绩" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${head}<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
    ),
    ...more,
  });
}

/** A test sent to a candidate, and a result of another one. */
export interface ASentTest {
  testId: string;
  sittingId: string;
  resultId: string;
}

export async function aSentTest(
  app: TestApp,
  session: TestSession,
  id: string,
): Promise<ASentTest> {
  const testId = await aPublishedTest(app, session);
  const entered = { id, ...anEnteredResult({ name: '行政能力' }) };
  await app.api(routes.enterTestResult, entered, session);
  const sent = await app.api(routes.sendTest, { id, testId, days: 5 }, session);
  const [sitting] = sent.sittings;
  const [result] = sent.results ?? [];
  return { testId, sittingId: sitting?.id ?? '', resultId: result?.id ?? '' };
}
