import type { Locale } from '@zhiyu/contracts/basics';

const surnames = ['陈', '林', '周', '吴', '郑', '何', '罗', '唐'];
const givenNames = ['雨桐', '子轩', '思远', '佳怡', '浩然', '梦琪', '晓东', '文静'];

let made = 0;

export interface ACandidate {
  name: string;
  phone: string;
  email: string;
  locale: Locale;
}

/** A person whom nobody knows yet: name, phone number and mail of their own. */
export function aCandidate(given: Partial<ACandidate> = {}): ACandidate {
  made += 1;
  const surname = surnames[made % surnames.length] ?? '';
  const givenName = givenNames[Math.floor(made / surnames.length) % givenNames.length] ?? '';
  return {
    name: surname + givenName,
    phone: `139${String(10_000_000 + made * 7919).slice(-8)}`,
    email: `candidate${made}@mail.example`,
    locale: 'zh',
    ...given,
  };
}
