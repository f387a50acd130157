import { loadSettings } from '@zhiyu/config/settings';
import { AppLog } from '@zhiyu/server/platform/log/app-log';
import { Runtime } from '@zhiyu/server/platform/runtime';

/** Writes one line of each kind, with personal data wherever they could stand. */
function write(): void {
  const settings = loadSettings({ LOG_LEVEL: 'debug' });
  const log = new AppLog(
    new Runtime(settings, { runsJobs: false, serves: false, version: 'test' }),
  );
  const error = new Error('no mail to yutong@private.example, phone +86 13912345678');
  log.info('asked 13912345678', { name: '陈雨桐', phone: '13912345678', orderId: 'kept-1' });
  log.warn('person', { candidateName: '陈雨桐', fileName: '陈雨桐.pdf', passwordHash: 'kept-0' });
  log.error('failed', { job: 'kept-2', error });
  log.log('more', {
    deep: { deeper: { deepest: { list: [{ most: { last: { email: 'a@b.example' } } }] } } },
  });
  log.debug('mail yutong@private.example');
  log.info('list', { people: [{ name: '陈雨桐' }, '13912345678'], count: 3, at: 1767315600000 });
}

if (process.argv[1] === import.meta.filename) {
  write();
}
