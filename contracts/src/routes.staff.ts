import type { Done, Nothing } from './basics.js';
import type {
  SaveTexts,
  TextPreview,
  TextPreviewInput,
  TextQuery,
  TextView,
} from './card-texts.js';
import type { ChannelList, ChannelTest, TestChannel } from './channels.js';
import type { DigestPlan, DigestState } from './digest.js';
import type {
  AskDirectoryRun,
  AskJsConfig,
  ChatStarted,
  ChatWays,
  DirectoryRun,
  LastDirectoryRun,
  FinishChat,
  JsConfig,
  StartChat,
  SyncDirectory,
} from './directory.js';
import type { Gallery, GalleryQuery } from './gallery.js';
import type {
  AuditPage,
  ChangeCompany,
  ChangeStaff,
  Company,
  DepartmentList,
  HolidayList,
  InviteStaff,
  LinkInput,
  LinkResult,
  ListAudit,
  Login,
  Me,
  ReplayJob,
  SaveDepartment,
  SetPassword,
  StaffLink,
  StaffList,
  SystemState,
} from './staff.js';
import { type ById, route } from './route.js';

/** Signing in and administration. */
export const staffRoutes = {
  // signing in
  login: route<Login, Me>('POST /api/auth/login', 'public', 'Sign in with mail and password'),
  useLink: route<LinkInput, LinkResult>('POST /api/auth/link', 'public', 'Sign in once by a link'),
  setPassword: route<SetPassword, Done>('POST /api/auth/password', 'staff', 'Set the own password'),
  logout: route<Nothing, Done>('POST /api/auth/logout', 'any', 'End the session'),
  chatSignInWays: route<Nothing, ChatWays>(
    'GET /api/auth/chats',
    'public',
    'Chats whose accounts can sign in',
  ),
  chatSignInStart: route<StartChat, ChatStarted>(
    'POST /api/auth/chats/start',
    'public',
    'Begin to sign in with a chat’s account',
  ),
  chatSignInFinish: route<FinishChat, Me>(
    'POST /api/auth/chats/finish',
    'public',
    'Sign in with the code that the chat gave',
  ),
  jsConfig: route<AskJsConfig, JsConfig>(
    'GET /api/auth/chats/js-config',
    'staff',
    'Signature for the chat’s JavaScript on a page of this server',
  ),
  me: route<Nothing, Me>('GET /api/me', 'staff', 'Who is signed in'),
  // administration
  company: route<Nothing, Company>('GET /api/company', 'staff', 'The company'),
  changeCompany: route<ChangeCompany, Company>('PATCH /api/company', 'staff', 'Change the company'),
  saveLogo: route<Nothing, Company>(
    'PUT /api/company/logo',
    'staff',
    'Set the company’s logo: PNG, JPEG or WebP',
    { file: true },
  ),
  removeLogo: route<Nothing, Company>(
    'DELETE /api/company/logo',
    'staff',
    'Take the company’s logo away',
  ),
  listStaff: route<Nothing, StaffList>('GET /api/staff', 'staff', 'People who work here'),
  inviteStaff: route<InviteStaff, StaffLink>('POST /api/staff', 'staff', 'Invite a person', {
    once: true,
  }),
  changeStaff: route<ChangeStaff, Done>(
    'PATCH /api/staff/:id',
    'staff',
    'Change roles, scope or activity',
  ),
  resetStaff: route<ById, StaffLink>('POST /api/staff/:id/link', 'staff', 'Make a new link', {
    once: true,
  }),
  syncDirectory: route<SyncDirectory, DirectoryRun>(
    'POST /api/directory/sync',
    'staff',
    'Begin to bring departments and people up to the chat’s directory, or to say what would change',
  ),
  directoryRun: route<AskDirectoryRun, LastDirectoryRun>(
    'GET /api/directory/sync',
    'staff',
    'How far the newest run is, and what it did',
  ),
  departments: route<Nothing, DepartmentList>('GET /api/departments', 'staff', 'Departments'),
  saveDepartment: route<SaveDepartment, ById>(
    'POST /api/departments',
    'staff',
    'Save a department',
    { once: true },
  ),
  audit: route<ListAudit, AuditPage>('GET /api/audit', 'staff', 'The audit log, newest first'),
  system: route<Nothing, SystemState>('GET /api/system', 'staff', 'Engines, jobs, database'),
  replayJob: route<ReplayJob, Done>('POST /api/jobs/:id/replay', 'staff', 'Run a dead job again', {
    once: true,
  }),
  channels: route<Nothing, ChannelList>(
    'GET /api/channels',
    'staff',
    'Chats, mail and SMS: connections, quotas, missing settings',
  ),
  testChannel: route<TestChannel, ChannelTest>(
    'POST /api/channels/test',
    'staff',
    'Send a test message to oneself',
    { once: true },
  ),
  cardGallery: route<GalleryQuery, Gallery>(
    'GET /api/card-gallery',
    'staff',
    'A card with made-up contents as each channel draws it',
  ),
  cardTexts: route<TextQuery, TextView>(
    'GET /api/card-texts',
    'staff',
    'The company’s words of a card to candidates, and every version of them',
  ),
  previewTexts: route<TextPreviewInput, TextPreview>(
    'POST /api/card-texts/preview',
    'staff',
    'A card with words that are not saved, as each channel draws it, and what is wrong with them',
  ),
  saveTexts: route<SaveTexts, TextView>(
    'POST /api/card-texts',
    'staff',
    'Save a new version of the words',
    { once: true },
  ),
  holidays: route<Nothing, HolidayList>(
    'GET /api/holidays',
    'staff',
    'Days that differ from the calendar',
  ),
  saveHolidays: route<HolidayList, Done>('PUT /api/holidays', 'staff', 'Set days that differ'),
  digestPlan: route<Nothing, DigestState>('GET /api/digest', 'staff', 'When the digest goes out'),
  saveDigestPlan: route<DigestPlan, Done>('PUT /api/digest', 'staff', 'Set when it goes out'),
} as const;
