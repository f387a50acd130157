export interface EmulatedUser {
  openId: string;
  userId: string;
  name: string;
  departments: string[];
  leader: string | null;
  /** Within the app's 可用范围: only then the bot may write to him. */
  available: boolean;
  resigned: boolean;
  tenant: string;
  /** The mail box that the company gave; absent = none, or the app may not read it. */
  enterpriseEmail?: string;
}

export interface EmulatedDepartment {
  id: string;
  parent: string;
  name: string;
  leader: string | null;
}

export const app = {
  id: 'cli_emulated0001',
  secret: 'emulated-app-secret-0123456789ab',
  verificationToken: 'emulated-verification-token',
  encryptKey: 'emulated-encrypt-key',
  tenant: 'tenant-own',
} as const;

function user(openId: string, name: string, change: Partial<EmulatedUser> = {}): EmulatedUser {
  return {
    ...{ openId, userId: openId.replace('ou_', 'u_'), name, departments: ['od_stores'] },
    ...{ leader: 'ou_hejing', available: true, resigned: false, tenant: app.tenant },
    ...change,
  };
}

/** The company: six people, four departments, two groups. */
export function newTenant(): {
  users: EmulatedUser[];
  departments: EmulatedDepartment[];
  chats: { id: string; name: string; botInside: boolean }[];
} {
  return {
    users: [
      user('ou_hejing', '何敬', { leader: null, departments: ['0'] }),
      user('ou_shenlan', '沈岚', { departments: ['od_hr'] }),
      user('ou_zhoumo', '周默', { departments: ['od_hr', 'od_stores'], leader: 'ou_shenlan' }),
      user('ou_outofrange', '不在范围', { available: false }),
      user('ou_gone', '已离职', { resigned: true }),
      user('ou_guest', '外部客人', { tenant: 'tenant-other', departments: [] }),
    ],
    departments: [
      { id: 'od_hr', parent: '0', name: '人力资源', leader: 'ou_shenlan' },
      { id: 'od_recruiting', parent: 'od_hr', name: '招聘', leader: 'ou_zhoumo' },
      { id: 'od_stores', parent: '0', name: '门店', leader: null },
      { id: 'od_empty', parent: 'od_stores', name: '新店', leader: null },
    ],
    chats: [
      { id: 'oc_recruiting', name: '招聘群', botInside: true },
      { id: 'oc_closed', name: '没有机器人的群', botInside: false },
    ],
  };
}
