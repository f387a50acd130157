import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadResult } from '@zhiyu/contracts/application';
import type { ArchiveFile } from '@zhiyu/contracts/resume-archive';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { queryClient } from '../../api/query';
import { newKey } from '../../api/request.shared';
import { isArchive, type Handed } from './intake.shared';
import { touched } from './touched.shared';

const unsent = { state: 'waiting', result: null, reason: '', from: '' } as const;

/** Something that is done when its turn comes; it puts its own result into the rows. */
type Task = () => Promise<void>;

interface Archive {
  id: string;
  /** What the archive is called. */
  name: string;
}

/** Tasks one after the other; those that go first come before whatever waits. */
function useTurns() {
  const waiting = useRef<Task[]>([]);
  const running = useRef(false);
  const run = async () => {
    if (running.current) {
      return;
    }
    running.current = true;
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      await next();
    }
    running.current = false;
    await Promise.all(
      touched.map(({ path }) => queryClient.invalidateQueries({ queryKey: [path] })),
    );
  };
  return {
    last: (tasks: Task[]) => {
      waiting.current.push(...tasks);
      void run();
    },
    first: (tasks: Task[]) => waiting.current.unshift(...tasks),
  };
}

/** Rows of what is handed in, what puts a result into one, and the batch they belong to. */
function useRows() {
  const [files, setFiles] = useState<Handed[]>([]);
  /** What is handed in on one visit of the page belongs together. */
  const batch = useRef(newKey());
  const put = (key: string, part: Partial<Handed>) =>
    setFiles((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  /** `act` answers null where the row has been replaced by others. */
  const during = async (key: string, act: () => Promise<UploadResult | null>) => {
    put(key, { state: 'sending' });
    try {
      const result = await act();
      if (result !== null) {
        put(key, { state: 'done', result });
      }
    } catch (error) {
      put(key, { state: 'refused', reason: messageOf(error) });
    }
  };
  /** What was handed in was taken back: what comes now belongs to another batch. */
  const begin = () => {
    batch.current = newKey();
    setFiles((before) => before.filter(({ state }) => state === 'waiting' || state === 'sending'));
  };
  return { files, setFiles, during, batch, begin };
}

/**
 * Hands files in one after the other; each has its own result and its own key, so that a lost network doubles nobody.
 * An archive is opened by the server first: its files then stand in its place, each a turn of its own.
 */
export function useIntake(positionId: string) {
  const { t } = useTranslation('file');
  const { files, setFiles, during, batch, begin } = useRows();
  const turns = useTurns();

  const taking = (archive: Archive, { index, fault }: ArchiveFile, key: string): Task[] => {
    const input = { id: positionId, archiveId: archive.id, index, batch: batch.current };
    return fault === null
      ? [() => during(key, () => call(routes.takeFromArchive, input, { key }))]
      : [];
  };

  const unfold = (key: string, archive: Archive, inside: readonly ArchiveFile[]) => {
    const fresh = inside.map((file) => ({ file, key: newKey() }));
    turns.first(fresh.flatMap(({ file, key: own }) => taking(archive, file, own)));
    const rows = fresh.map(({ file: { path, bytes, fault }, key: own }): Handed => ({
      ...{ ...unsent, key: own, name: path, bytes, from: archive.name },
      ...(fault === null ? {} : { state: 'refused', reason: t(`archive.fault.${fault}`) }),
    }));
    setFiles((before) => before.flatMap((one) => (one.key === key ? rows : [one])));
  };

  const sending = (key: string, file: File): Task => {
    const input = { id: positionId, name: file.name };
    return isArchive(file.name)
      ? () =>
          during(key, async () => {
            const { archiveId, files: inside } = await call(routes.openArchive, input, { file });
            unfold(key, { id: archiveId, name: file.name }, inside);
            return null;
          })
      : () =>
          during(key, () =>
            call(routes.uploadResume, { ...input, batch: batch.current }, { file, key }),
          );
  };

  const add = (chosen: readonly File[]) => {
    const fresh = chosen.map((file) => ({ key: newKey(), file }));
    setFiles((before) => [
      ...before,
      ...fresh.map(({ key, file }) => ({ ...unsent, key, name: file.name, bytes: file.size })),
    ]);
    turns.last(fresh.map(({ key, file }) => sending(key, file)));
  };
  return { files, add, begin };
}
