import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { type ACandidate, aCandidate } from '../factories/candidate.js';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import type { TestSession } from '../harness/client.js';
import { fileOf } from './look.js';
import { aboutOf, textOf } from './pdf-text.js';
import {
  allConsents,
  answerInText,
  answersOf,
  apply,
  aStand,
  handIn,
  next,
  type Stand,
  type Walker,
} from './walk.js';

interface Somebody {
  candidate: ACandidate;
  resume: string;
  /** The second one is what the interview's second question gets. */
  answers: string[];
  /** What must be found nowhere, without spaces: a PDF has none to rely on. */
  telling: string[];
  /** What stays: words of the first answer. */
  stays: string;
}

const [strong = '', second = ''] = answersOf('strong');

const chinese: Somebody = {
  candidate: aCandidate({
    name: '欧阳若溪',
    phone: '13987654321',
    email: 'ouyang.rx@mail.example',
  }),
  resume: [
    '欧阳若溪',
    '女 | 1999年4月 | 杭州',
    '电话：139 8765 4321  邮箱：ouyang.rx@mail.example',
    '教育背景',
    '2017.09-2020.06  杭州职业技术学院  市场营销  大专',
    '工作经历',
    '2020.07-2023.12  云杉超市  店员',
    '在杭州职业技术学院门店带领4人完成盘点，把差错率从5%降低到1%',
    '负责收银和退换货，每月接待顾客约两千人',
    '专业技能',
    '收银 顾客服务 Excel',
  ].join('\n'),
  answers: [
    `面试官好，我叫欧阳若溪，1999年4月出生，杭州职业技术学院毕业，电话是139-8765-4321。${strong}`,
    `我是女生，今年二十六岁，同事都叫我若溪。${second}`,
  ],
  telling: [
    ...['欧阳若溪', '若溪', '13987654321', '139-8765-4321', 'ouyang.rx', '杭州职业技术学院'],
    ...['1999', '女生', '女[|]', '二十六岁'],
  ],
  stays: '后来我跟店长提了建议',
};

const english: Somebody = {
  candidate: aCandidate({
    ...{ name: 'Anna Schmidt', phone: '+4915123456789', email: 'anna.schmidt@mail.example' },
    locale: 'en',
  }),
  resume: [
    'Anna Schmidt',
    'Female, 26 years old, born 12 April 1999',
    'Phone: +49 151 2345 6789  Email: anna.schmidt@mail.example',
    'Education',
    '2017-09 - 2020-06  University of Hamburg  Retail Management  Bachelor',
    'Work experience',
    '2020-07 - 2023-12  Spruce Market  Shop assistant',
    'Led 4 people in the stock count and reduced errors from 5% to 1%',
    'Skills',
    'Checkout, customer service, Excel',
  ].join('\n'),
  answers: [
    'Hello, my name is Anna, Anna Schmidt, I was born on 12 April 1999 and I studied at the University of Hamburg. Last month a customer wanted to return a coat without its label. I listened to her, asked my manager for an exchange and the customer paid the difference, in ten minutes it was solved.',
    'I am a woman of 26, my colleagues call me Ms Schmidt. One evening the till was 50 short. I counted it twice, checked the receipts and found one that was typed twice, so I corrected it and wrote it down for my manager.',
  ],
  telling: [
    ...['Anna', 'Schmidt', '15123456789', '1512345', 'UniversityofHamburg', '1999', 'Female'],
    ...['woman', '26yearsold', 'of26'],
  ],
  stays: 'askedmymanagerforanexchange',
};

/** Each paper in the languages that are asked for. */
const papers = [
  ['hr.pdf', 'zh'],
  ['hr.pdf', 'en'],
  ['manager.pdf', 'en'],
  ['candidate.pdf', 'zh'],
  ['report.json', 'en'],
] as const;

const tight = (words: string) => words.replace(/\s/g, '');

for (const [name, somebody] of Object.entries({ chinese, english })) {
  const { candidate, resume, answers, telling, stays } = somebody;

  describe(`papers of a reader in masked mode: a ${name} candidate`, () => {
    let app: TestApp;
    let stand: Stand;
    let walker: Walker;
    let interview = '';
    before(async () => {
      app = await startApp();
      stand = await aStand(app);
      walker = await apply(stand, { candidate, resume });
      await app.drainJobs();
      await app.api(routes.giveConsents, allConsents, walker.session);
      for (const text of answers) {
        await next(stand, walker);
        await answerInText(stand, walker, text);
      }
      await handIn(stand, walker);
      await app.drainJobs();
      interview = (await fileOf(stand, walker)).interviews[0]?.id ?? '';
    });
    after(() => app.stop());

    const mask = async (masking: 'off' | 'always') => {
      const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
      await app.api(routes.changeCompany, { masking }, admin.session);
    };
    /** The name of the file, its words, and what it says of itself. */
    const read = async (file: string, language: string, session: TestSession) => {
      const path = `${rawPaths.reportFile}/${interview}/${file}?language=${language}`;
      const response = await app.client.raw(path, {}, session);
      expect(response.status).to.equal(200);
      const fileName = decodeURIComponent(response.headers.get('content-disposition') ?? '');
      const inside = file.endsWith('.json')
        ? [await response.text()]
        : [await textOf(response.clone()), await aboutOf(response)];
      return tight([fileName, ...inside].join(' '));
    };
    /** With what stands around it. */
    const foundIn = (words: string) =>
      telling
        .map((one) => new RegExp(`.{0,15}${one}.{0,15}`, 'iu').exec(words)?.[0])
        .filter((one) => one !== undefined);

    it('tells all of it while nothing is masked: what is looked for can be found', async () => {
      await mask('off');
      const id = walker.applicationId;
      const whole = await Promise.all([
        app.api(routes.application, { id }, stand.hr.session),
        read('report.json', 'en', stand.hr.session),
      ]);
      expect(foundIn(tight(JSON.stringify(whole)))).to.have.length(telling.length);
      expect(await read('hr.pdf', 'en', stand.hr.session)).to.include(tight(candidate.name));
    });

    for (const [file, language] of papers) {
      it(`${file} in ${language} tells HR and the manager nothing of who it is`, async () => {
        await mask('always');
        for (const { session } of [stand.hr, stand.head]) {
          const words = await read(file, language, session);
          expect(foundIn(words)).to.deep.equal([]);
          expect(words)
            .to.include(language === 'en' ? 'Candidate' : '候选人')
            .and.include(stays);
        }
      });
    }

    it('neither does the page, with the résumé beside it', async () => {
      await mask('always');
      const id = walker.applicationId;
      const { session } = stand.hr;
      const page = await Promise.all([
        app.api(routes.report, { id: interview }, session),
        app.api(routes.resumeAssessment, { id }, session),
        app.api(routes.application, { id }, session),
      ]);
      expect(foundIn(tight(JSON.stringify(page)))).to.deep.equal([]);
    });
  });
}
