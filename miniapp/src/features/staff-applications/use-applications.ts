import { useEffect, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { useLive } from '../../api/stream';
import { keepInAddress } from '../staff-shell/address';
import { paramsOf, queryOf, type Filter } from './filter.shared';

/** Rows asked for at a time. */
const PAGE = 40;
/** Pause in typing before the search is asked (ms). */
const TYPING = 250;

/** Applications page by page; the filter stands in the address. */
export function useApplications(start: Filter) {
  const [filter, setFilter] = useState(start);
  const [typed, setTyped] = useState(start.q);
  useEffect(() => {
    const timer = setTimeout(() => setFilter((before) => ({ ...before, q: typed })), TYPING);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    keepInAddress('applications', paramsOf(filter));
  }, [filter]);
  const query = queryOf(filter);
  const list = useInfiniteQuery({
    queryKey: [routes.listApplications.path, 'pages', query],
    queryFn: ({ pageParam, signal }) =>
      call(
        routes.listApplications,
        { ...query, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  useLive([routes.listApplications]);
  const change = (part: Partial<Filter>) => setFilter((before) => ({ ...before, ...part }));
  const clear = () => {
    setTyped('');
    setFilter({ position: '', stage: '', q: '', waiting: false });
  };
  return { filter, typed, setTyped, change, clear, list };
}
