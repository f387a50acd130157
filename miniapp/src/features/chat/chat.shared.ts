import type { Inbox } from '@zhiyu/contracts/card';

export type InboxItem = Inbox['items'][number];
