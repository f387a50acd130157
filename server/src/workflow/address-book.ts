import { Injectable } from '@nestjs/common';
import { type Locale, locales, type Text, textIn } from '@zhiyu/contracts/basics';
import { rawPaths } from '@zhiyu/contracts/routes';
import { type EntityManager, In, IsNull, MoreThan } from 'typeorm';
import { Calendars } from '../interviews/calendars.service.js';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import { Invitations } from '../interviews/invitations.service.js';
import {
  AddressBook,
  type Brand,
  type CardFile,
  type Member,
  type Way,
} from '../notify/address-book.js';
import type { Recipient } from '../notify/card-content.js';
import { contactWelcome } from '../notify/cards/contact-welcome.js';
import { CandidateAddress } from '../notify/channel.entity.js';
import { Channels } from '../notify/channels.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventRow } from '../platform/events/event.entity.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';
import { shanghaiDay, shanghaiHour } from '../platform/time/shanghai.js';
import { People } from '../privacy/people.service.js';
import { Person } from '../privacy/person.entity.js';
import { normalPhone } from '../privacy/search.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Position, PositionVersion } from '../recruiting/entities/position.entity.js';
import { chatCompany } from '../staff/chats/chat-company.js';
import { ChatIdentity } from '../staff/chat-identity.entity.js';
import { Holidays } from '../staff/holidays.service.js';
import { Company } from '../staff/company.entity.js';
import { logoPath, Logos } from '../staff/logos.service.js';
import { languageIn } from '../staff/staff-language.js';
import { StaffUser } from '../staff/staff-user.entity.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What only the candidate himself makes happen. */
const candidateActs = [
  'ApplicationReceived',
  'ConsentGiven',
  'ConsentWithdrawn',
  'InterviewStarted',
  'AnswerMoved',
  'AnswerRecorded',
  'InterviewCompleted',
  'PersonAsked',
];

/** The bot of WeCom knows people by the same names as its app. */
const namedAs = (channel: string) => (channel === 'wecombot' ? 'wecom' : channel);

/** A number as the SMS channel takes it; null where it is none. */
function numberOf(phone: string | null): string | null {
  const digits = phone === null ? '' : normalPhone(phone);
  if (/^1\d{10}$/.test(digits)) {
    return digits;
  }
  return phone?.trim().startsWith('+') && /^\d{7,15}$/.test(digits) ? `+${digits}` : null;
}

/** Where people are reached: staff by their chats, candidates by a chat they came in by, by mail, by text message. */
@Injectable()
export class CompanyAddressBook extends AddressBook {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly reader: InterviewReader,
    private readonly invitations: Invitations,
    private readonly calendars: Calendars,
    private readonly holidays: Holidays,
    private readonly channels: Channels,
    private readonly logos: Logos,
    private readonly clock: Clock,
    private readonly runtime: Runtime,
  ) {
    super();
  }

  waysTo({ kind, id }: Recipient): Promise<Way[]> {
    switch (kind) {
      case 'staff':
        return this.ofStaff(id);
      case 'candidate':
        return this.ofCandidate(id);
      case 'group':
        return this.ofGroup(id);
    }
  }

  async ownAddress(staffId: string, channel: string): Promise<string | null> {
    if (channel !== 'mail' && channel !== 'sms') {
      const ways = await this.ofStaff(staffId);
      return ways.find((way) => way.channel === channel)?.address ?? null;
    }
    const user = await this.database.read(StaffUser).findOneByOrFail({ id: staffId });
    const { email, phone } = await this.people.contactOf(user.personId);
    return channel === 'mail' ? email : numberOf(phone);
  }

  memberAt(at: Way): Promise<Member | null> {
    return this.memberBy(this.database.dataSource.manager, at);
  }

  async bind(tx: Tx, { channel, address }: Way, applicationId: string): Promise<void> {
    const application = await tx.manager.findOneBy(Application, { id: applicationId });
    if (application) {
      const { companyId, personId } = application;
      const row = { channel, address, applicationId, companyId, personId, createdAt: tx.now };
      const insert = tx.manager.createQueryBuilder().insert().into(CandidateAddress);
      await insert.values(row).orIgnore().execute();
    }
  }

  async greeting(member: Way, applicationId: string): Promise<string | null> {
    const known = await this.recruiterAt(this.database.dataSource.manager, member, applicationId);
    if (!known) {
      return null;
    }
    const { companyName, content, locale } = await this.reader.whose(applicationId);
    const name = await this.people.nameOf(known.personId);
    const position = textIn(content.name, locale);
    return contactWelcome({ locale, name, company: companyName, position });
  }

  async localeOf(applicationId: string): Promise<Locale | null> {
    const application = await this.database.read(Application).findOneBy({ id: applicationId });
    return locales.find((one) => one === application?.locale) ?? null;
  }

  async staffLocale(): Promise<Locale> {
    const company = await chatCompany(this.database.dataSource.manager);
    return company ? languageIn(company) : 'zh';
  }

  async contactAdded(tx: Tx, at: Way, applicationId: string): Promise<void> {
    const known = await this.recruiterAt(tx.manager, at, applicationId);
    if (known) {
      const { companyId, staffId } = known;
      tx.emit('ContactAdded', companyId, { applicationId, staffId });
    }
  }

  async tokenOf({ kind, id }: Recipient): Promise<string | null> {
    const interview = kind === 'candidate' ? await this.reader.newest(id) : null;
    const path = interview ? await this.invitations.pathOf(interview) : null;
    return path?.split('t=')[1] ?? null;
  }

  async actedAt({ kind, id }: Recipient): Promise<number> {
    if (kind === 'staff') {
      const user = await this.database.read(StaffUser).findOneBy({ id });
      return user?.lastSeenAt ?? 0;
    }
    const since = this.clock.now() - hourMs;
    const newest = await this.database.read(EventRow).findOne({
      where: { subjectId: id, name: In(candidateActs), at: MoreThan(since) },
      order: { sequence: 'DESC' },
    });
    return newest?.at ?? 0;
  }

  async workingFrom(companyId: string, at: number): Promise<number> {
    const { manager } = this.database.dataSource;
    const from = { companyId, from: at - dayMs };
    const day = await this.holidays.workingDayAfter(manager, from, 1);
    return day === shanghaiDay(at) ? at : shanghaiHour(day, 0);
  }

  async positionName(companyId: string, id: string): Promise<Text | null> {
    const position = await this.database.read(Position).findOneBy({ companyId, id });
    const { versionId = '' } = position ?? {};
    const version = await this.database.read(PositionVersion).findOneBy({ id: versionId });
    return version?.content.name ?? null;
  }

  async brandOf(companyId: string): Promise<Brand> {
    const company = await this.database.read(Company).findOneByOrFail({ id: companyId });
    const path = logoPath(company);
    const picture = path === null ? null : await this.logos.picture(companyId, company.logo ?? '');
    const logo = picture && { ...picture, url: `${this.runtime.publicUrl}${path}` };
    return { company: company.name, logo };
  }

  async fileAt(href: string): Promise<CardFile | null> {
    const id = href.startsWith(`${rawPaths.calendar}/`)
      ? /([^/]+)\.ics$/.exec(href)?.[1]
      : undefined;
    const meeting =
      id === undefined
        ? null
        : await this.database.read(Interview).findOneBy({ id, kind: 'human' });
    const file = meeting ? await this.calendars.fileOf(meeting) : null;
    return file === null
      ? null
      : {
          name: 'interview.ics',
          mimeType: 'text/calendar; method=PUBLISH',
          bytes: Buffer.from(file),
        };
  }

  private async memberBy(
    manager: EntityManager,
    { channel, address }: Way,
  ): Promise<Member | null> {
    const at = { channel: namedAs(channel), address };
    const known = await manager.findOneBy(ChatIdentity, at);
    const user =
      known?.leftAt === null ? await manager.findOneBy(StaffUser, { id: known.staffId }) : null;
    return user?.active
      ? { staffId: user.id, companyId: user.companyId, personId: user.personId }
      : null;
  }

  /** The member, when the application is one of his company: the code may be somebody else's, made elsewhere. */
  private async recruiterAt(
    manager: EntityManager,
    at: Way,
    applicationId: string,
  ): Promise<Member | null> {
    const member = await this.memberBy(manager, at);
    const { companyId = '' } = member ?? {};
    const there = await manager.existsBy(Application, { id: applicationId, companyId });
    return there ? member : null;
  }

  /** The group is set up for the installation and belongs to one company, as its chats do. */
  private async ofGroup(companyId: string): Promise<Way[]> {
    const company = await chatCompany(this.database.dataSource.manager);
    return company?.id === companyId ? this.channels.groups() : [];
  }

  private async ofStaff(staffId: string): Promise<Way[]> {
    const user = await this.database.read(StaffUser).findOneBy({ id: staffId, active: true });
    const rows = user
      ? await this.database.read(ChatIdentity).find({
          where: { staffId, leftAt: IsNull() },
          order: { createdAt: 'ASC', address: 'ASC' },
        })
      : [];
    return rows.flatMap(({ channel, address }) =>
      channel === 'wecom'
        ? [
            { channel, address },
            { channel: 'wecombot', address },
          ]
        : [{ channel, address }],
    );
  }

  private async ofCandidate(applicationId: string): Promise<Way[]> {
    const application = await this.database.read(Application).findOneBy({ id: applicationId });
    const { personId = '' } = application ?? {};
    const person = await this.database.read(Person).findOneBy({ id: personId });
    // People of the example company are made up, and their addresses may be somebody's: only a demo writes to them.
    const reached = person?.example === false || this.runtime.settings.demo.DEMO_MESSAGES;
    if (!application || !person || !reached) {
      return [];
    }
    const chats = await this.database.read(CandidateAddress).find({
      where: { applicationId },
      order: { createdAt: 'DESC' },
    });
    const { email, phone } = await this.people.contactOf(personId);
    const number = numberOf(phone);
    return [
      ...chats.map(({ channel, address }) => ({ channel, address })),
      ...(await this.ofColleague(application)),
      ...(email === null ? [] : [{ channel: 'mail', address: email }]),
      ...(number === null ? [] : [{ channel: 'sms', address: number }]),
    ];
  }

  /** Somebody of the company who applies inside it is reached in the company's chat. */
  private async ofColleague({ companyId, personId }: Application): Promise<Way[]> {
    const where = { companyId, personId, active: true };
    const user = await this.database.read(StaffUser).findOneBy(where);
    const ways = user ? await this.ofStaff(user.id) : [];
    return ways.map((way) => ({ ...way, asMember: true as const }));
  }
}
