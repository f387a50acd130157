import { cookieOf } from '@zhiyu/server/platform/auth/credentials';
import { TestSession } from '../harness/client.js';

export function staffCookie(token: string): TestSession {
  return TestSession.with(cookieOf.staff, token);
}

export function candidateCookie(token: string): TestSession {
  return TestSession.with(cookieOf.candidate, token);
}
