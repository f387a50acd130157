import { routes } from '@zhiyu/contracts/routes';
import { maxLogoBytes, readLogo } from '@zhiyu/server/staff/logo-image';
import { expect } from 'chai';
import { type SmtpStand, startSmtp } from '../emulators/mail/smtp.js';
import { aStaff, type AStaff } from '../factories/company.js';
import { listening, mailsTo } from '../flow/channels-walk.js';
import { aStand, invited, type Stand } from '../flow/walk.js';
import type { TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

/** The least that says what a picture is and how large. */
function png(width: number, height = width): Buffer {
  const bytes = Buffer.alloc(60);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function jpeg(side: number): Buffer {
  const bytes = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108', 'hex');
  const size = Buffer.alloc(20);
  size.writeUInt16BE(side, 0);
  size.writeUInt16BE(side, 2);
  return Buffer.concat([bytes, size]);
}

function webp(side: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUIntLE(side - 1, 24, 3);
  bytes.writeUIntLE(side - 1, 27, 3);
  return bytes;
}

const codeOf = (bytes: Buffer) => {
  try {
    return readLogo(bytes).mimeType;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the logo of a company', () => {
  it('is a PNG, JPEG or WebP by its bytes, of a sensible size, and nothing that can run', () => {
    expect([png(64), jpeg(64), webp(64)].map(codeOf)).to.deep.equal([
      'image/png',
      'image/jpeg',
      'image/webp',
    ]);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    const page = Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(60));
    expect([svg, page, Buffer.from('GIF89a'.padEnd(60))].map(codeOf)).to.deep.equal(
      Array(3).fill('fileTypeUnknown'),
    );
    expect([png(8), png(4000), jpeg(9)].map(codeOf)).to.deep.equal(Array(3).fill('fileBroken'));
    expect(codeOf(Buffer.alloc(0))).to.equal('fileEmpty');
    const large = Buffer.concat([png(64), Buffer.alloc(maxLogoBytes)]);
    expect(codeOf(large)).to.equal('fileTooLarge');
  });

  describe('once it is set', () => {
    let smtp: SmtpStand;
    let app: TestApp;
    let stand: Stand;
    let admin: AStaff;

    before(async () => {
      smtp = await startSmtp();
      app = await listening(smtp, {});
      stand = await aStand(app);
      admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    });
    after(async () => {
      await app.stop();
      await smtp.stop();
    });

    const save = (bytes: Buffer, who = admin) =>
      app.api(routes.saveLogo, {}, who.session, { file: bytes });

    it('is changed by those who may change the company, and only for their own', async () => {
      await refused(save(png(64), stand.hr), 'notAllowed');
      await refused(save(Buffer.from('<svg/>')), 'fileTypeUnknown');
      expect((await app.api(routes.company, {}, admin.session)).logo).to.equal(null);
      const { logo } = await save(png(64));
      expect(logo).to.match(new RegExp(`^/api/logos/${stand.company.id}/[0-9a-f]{24}\\.png$`));
      const other = await aStand(app);
      const theirs = await aStaff(app, { company: other.company, roles: ['admin'] });
      expect((await app.api(routes.company, {}, theirs.session)).logo).to.equal(null);
    });

    it('is there for anybody, as a picture and nothing else', async () => {
      const { logo } = await save(png(96));
      const response = await fetch(`${app.base}${logo}`);
      const header = (name: string) => response.headers.get(name);
      expect(response.status).to.equal(200);
      expect(header('content-type')).to.equal('image/png');
      expect(header('x-content-type-options')).to.equal('nosniff');
      expect(header('content-security-policy')).to.equal("default-src 'none'; sandbox");
      expect(header('cache-control')).to.include('immutable');
      expect(Buffer.from(await response.arrayBuffer()).equals(png(96))).to.equal(true);
      const before = await fetch(`${app.base}/api/logos/${stand.company.id}/${'0'.repeat(24)}.png`);
      expect(before.status).to.equal(404);
    });

    it('stands on the candidate’s pages, in his letter and on the cards of the gallery', async () => {
      const { logo } = await save(jpeg(120));
      const code = stand.position.linkCode;
      expect((await app.api(routes.publicPosition, { code })).companyLogo).to.equal(logo);
      const walker = await invited(stand);
      const { session } = walker;
      expect((await app.api(routes.candidateStatus, {}, session)).companyLogo).to.equal(logo);
      expect((await app.api(routes.candidateInterview, {}, session)).companyLogo).to.equal(logo);
      const mail = mailsTo(smtp, walker).at(-1);
      const picture = mail?.parts.find(({ type }) => type === 'image/jpeg');
      expect(picture?.bytes.equals(jpeg(120))).to.equal(true);
      const html = mail?.parts.find(({ type }) => type === 'text/html')?.text;
      expect(html).to.include(`cid:${picture?.contentId}`);
      const query = { kind: 'invitation' as const, locale: 'zh' as const };
      const { channels } = await app.api(routes.cardGallery, query, admin.session);
      const drawn = (name: string) =>
        JSON.stringify(channels.find((one) => one.name === name)?.drawings);
      expect(drawn('mail')).to.include('data:image/jpeg;base64,');
      expect(drawn('wecom')).to.include(logo);
    });

    it('taken away, its first character stands for it', async () => {
      const { logo } = await save(webp(200));
      await app.api(routes.removeLogo, {}, admin.session);
      expect((await fetch(`${app.base}${logo}`)).status).to.equal(404);
      const mail = mailsTo(smtp, await invited(stand)).at(-1);
      expect(mail?.parts.some(({ type }) => type.startsWith('image/'))).to.equal(false);
      const html = mail?.parts.find(({ type }) => type === 'text/html')?.text;
      expect(html).to.include(`>${[...stand.company.name][0]}</p>`);
    });
  });
});
