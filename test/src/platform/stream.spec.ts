import { mock } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import type { StreamItem } from '@zhiyu/contracts/stream';
import { Stream } from '@zhiyu/server/platform/stream/stream.service';
import { expect } from 'chai';
import { type AnApplication, anApplication } from '../factories/application.js';
import { aCompany, type ACompany, aStaff, type AStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import type { TestSession } from '../harness/client.js';

/** An open page: what arrived so far. */
class Page {
  readonly items: StreamItem[] = [];
  readonly ids: number[] = [];
  /** Where it would resume after losing the line: a number without a fact counts too. */
  resumesAt: number | null = null;
  ended = false;
  private readonly stop = new AbortController();
  private rest = '';

  static async open(
    app: TestApp,
    session: TestSession,
    more: { last?: number; side?: string } = {},
  ): Promise<Page> {
    const page = new Page();
    const headers: Record<string, string> =
      more.last === undefined ? {} : { 'Last-Event-ID': String(more.last) };
    const path = more.side ? `${rawPaths.stream}?side=${more.side}` : rawPaths.stream;
    const response = await app.client.raw(path, { headers, signal: page.stop.signal }, session);
    expect(response.headers.get('content-type')).to.equal('text/event-stream');
    void page.read(response.body!.getReader());
    return page;
  }

  async until(count: number): Promise<void> {
    for (let waits = 0; waits < 400 && this.items.length < count; waits++) {
      await sleep(5);
    }
    expect(this.items).to.have.length(count);
  }

  close(): void {
    this.stop.abort();
  }

  private async read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) {
          break;
        }
        this.take(decoder.decode(value, { stream: true }));
      }
    } catch {
      // closed by the test
    }
    this.ended = true;
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (\d+)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      this.resumesAt = id ? Number(id) : this.resumesAt;
      if (id && data) {
        this.ids.push(Number(id));
        this.items.push(JSON.parse(data) as StreamItem);
      }
    }
  }
}

describe('the stream of what happened', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let mine: AnApplication;
  let colleague: AnApplication;
  let theirs: AnApplication;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    const position = await aPosition(app, { company, ownerId: hr.id });
    mine = await anApplication(app, { position });
    colleague = await anApplication(app, { position });
    const other = await aCompany(app);
    theirs = await anApplication(app, { position: await aPosition(app, { company: other }) });
  });
  afterEach(() => mock.timers.reset());
  after(() => app.stop());

  const happen = (...whose: AnApplication[]) =>
    app.database.transaction((tx) => {
      for (const { id: applicationId, companyId } of whose) {
        tx.emit('PersonAsked', companyId, { applicationId });
      }
      return Promise.resolve();
    });
  const last = () => app.get(Stream).last();

  it('says where it begins: who loses the line before anything happened misses nothing', async () => {
    const from = await last();
    const page = await Page.open(app, hr.session);
    for (let waits = 0; waits < 400 && page.resumesAt === null; waits++) {
      await sleep(5);
    }
    expect(page.resumesAt).to.equal(from);
    expect(page.items).to.eql([]);
    page.close();
    await happen(mine);
    const again = await Page.open(app, hr.session, { last: from });
    await again.until(1);
    again.close();
  });

  it('brings what happens from now on, with its number', async () => {
    const from = await last();
    const page = await Page.open(app, hr.session);
    await happen(mine);
    await page.until(1);
    page.close();
    expect(page.ids).to.deep.equal([from + 1]);
    const about = { name: 'PersonAsked', applicationId: mine.id, interviewId: null };
    expect(page.items).to.deep.equal([{ sequence: from + 1, ...about }]);
  });

  it('goes on after the last number that the page has seen: nothing lost, nothing twice', async () => {
    const from = await last();
    await happen(mine);
    await happen(mine);
    await happen(mine);
    const page = await Page.open(app, hr.session, { last: from + 1 });
    await page.until(2);
    await happen(mine);
    await page.until(3);
    page.close();
    expect(page.ids).to.deep.equal([from + 2, from + 3, from + 4]);
  });

  it('never brings what happened in another company', async () => {
    const from = await last();
    const page = await Page.open(app, hr.session);
    await happen(theirs, mine, theirs);
    await happen(mine);
    await page.until(2);
    page.close();
    expect(page.ids).to.deep.equal([from + 2, from + 4]);
  });

  it('brings a candidate only what is about the own application', async () => {
    const from = await last();
    const page = await Page.open(app, mine.session, { side: 'candidate' });
    await happen(colleague, theirs, mine);
    await page.until(1);
    page.close();
    expect(page.ids).to.deep.equal([from + 3]);
  });

  it('can be asked for instead, page by page', async () => {
    const { last: start, items } = await app.api(routes.poll, { after: 0 }, hr.session);
    expect(items).to.deep.equal([]);
    await happen(mine, theirs, colleague);
    const next = await app.api(routes.poll, { after: start }, hr.session);
    expect(next.items.map((item) => item.applicationId)).to.deep.equal([mine.id, colleague.id]);
    expect(next.last).to.equal(start + 3);
    const own = await app.api(routes.poll, { after: start }, mine.session);
    expect(own.items.map((item) => item.applicationId)).to.deep.equal([mine.id]);
    const after = await app.api(routes.poll, { after: next.last }, hr.session);
    expect(after).to.deep.equal({ items: [], last: next.last });
  });

  it('brings many, however many there are', async () => {
    const from = await last();
    await happen(...Array.from({ length: 450 }, () => mine));
    const page = await Page.open(app, hr.session, { last: from });
    await page.until(450);
    page.close();
    expect(page.ids).to.deep.equal(Array.from({ length: 450 }, (_one, at) => from + 1 + at));
  });

  it('brings what another process wrote', async () => {
    const beside = await startApp({ beside: app });
    const page = await Page.open(beside, hr.session);
    await happen(mine);
    await page.until(1);
    page.close();
    await beside.stop();
  });

  it('ends when the session ends', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const admin = await aStaff(app, { company, roles: ['admin'] });
    const leaver = await aStaff(app, { company, roles: ['hr'] });
    const page = await Page.open(app, leaver.session);
    await app.api(routes.changeStaff, { id: leaver.id, active: false }, admin.session);
    mock.timers.tick(5_000);
    for (let waits = 0; waits < 200 && !page.ended; waits++) {
      await sleep(5);
    }
    expect(page.ended).to.equal(true);
  });
});
