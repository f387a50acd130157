/** Who looks at a page: the name of a link in the terminal; the auditor is invited, and a visitor is nobody. */
export type Viewer = 'HR' | '经理' | '管理员' | '候选人' | 'auditor' | 'nobody';

/** Of what the pages show: one application with a finished report, its interview and position, an apply link. */
export interface Shown {
  id: string;
  interviewId: string;
  positionId: string;
  code: string;
}

export interface PictureOf {
  name: string;
  viewer: Viewer;
  path: (shown: Shown) => string;
  /** The size where the page lives on one only. */
  only?: 'desk' | 'phone';
}

const staff = (name: string, path: (shown: Shown) => string): PictureOf => ({
  name,
  viewer: 'HR',
  path,
});
const admin = (name: string, path: string): PictureOf => ({
  name,
  viewer: '管理员',
  path: () => path,
});

const fileTab = (tab: string) =>
  staff(tab === '' ? 'file' : `file-${tab}`, ({ id }) => `file/index?id=${id}&tab=${tab}`);
const positionPart = (part: string) =>
  staff(`position-${part}`, ({ positionId }) => `position/index?id=${positionId}&part=${part}`);

/** Every page of docs/workspace.md, in its order. */
export const pictures: readonly PictureOf[] = [
  staff('home', () => 'home/index'),
  { name: 'manager', viewer: '经理', path: () => 'manager/index', only: 'phone' },
  staff('board', () => 'board/index'),
  staff('applications', () => 'applications/index'),
  staff('figures', () => 'figures/index'),
  staff('review', ({ interviewId }) => `review/index?interview=${interviewId}`),
  positionPart('model'),
  staff('intake', ({ positionId }) => `intake/index?id=${positionId}`),
  fileTab(''),
  fileTab('resume'),
  staff('report', ({ interviewId }) => `report/index?interview=${interviewId}`),
  fileTab('messages'),
  fileTab('archive'),
  staff('pool', () => 'pool/index'),
  staff('meetings', () => 'meetings/index'),
  staff('live', () => 'live/index'),
  staff('positions', () => 'positions/index'),
  positionPart('requirements'),
  positionPart('plan'),
  positionPart('automation'),
  positionPart('versions'),
  staff('questions', () => 'questions/index'),
  staff('calibration', () => 'calibration/index'),
  staff('tests', () => 'tests/index'),
  staff('chat', () => 'chat/index'),
  staff('tour', () => 'tour/index'),
  admin('admin-setup', 'admin/index?part=setup'),
  admin('admin-company', 'admin/index?part=company'),
  admin('admin-cards', 'admin/index?part=cards'),
  { name: 'audit', viewer: 'auditor', path: () => 'audit/index' },
  admin('impact', 'impact/index'),
  { name: 'sign-in', viewer: 'nobody', path: () => 'sign-in/index' },
  { name: 'apply', viewer: 'nobody', path: ({ code }) => `apply/index?code=${code}` },
  { name: 'status', viewer: '候选人', path: () => 'status/index' },
];
