import { useEffect, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { routes } from '@zhiyu/contracts/routes';
import { call } from '../../api/client';
import { useLive } from '../../api/stream';
import { keepInAddress } from '../staff-shell/address';
import { useMay } from '../staff-shell/use-me';
import { noFilter, paramsOf, queryOf, type Filter } from './filter.shared';

/** Rows asked for at a time. */
const PAGE = 100;
/** Pause in typing before the search is asked (ms). */
const TYPING = 250;
/** So many pages are read again by themselves when something changed; of more it is said. */
const FRESH = 2;

/** Applications page by page; the filter stands in the address. */
export function useApplications(start: Filter) {
  const [filter, setFilter] = useState(start);
  const [typed, setTyped] = useState(start.q);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFilter((before) => ({ ...before, q: typed })), TYPING);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    keepInAddress('applications', paramsOf(filter));
  }, [filter]);
  const query = queryOf(filter);
  const may = useMay();
  const list = useInfiniteQuery({
    enabled: may('application.view'),
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
  const pages = list.data?.pages.length ?? 0;
  useLive([routes.listApplications, routes.listBulk], () => {
    if (pages > FRESH) {
      setChanged(true);
      return false;
    }
    return true;
  });
  const change = (part: Partial<Filter>) => setFilter((before) => ({ ...before, ...part }));
  const show = (wanted: Filter) => {
    setTyped(wanted.q);
    setFilter(wanted);
  };
  const update = () => {
    setChanged(false);
    void list.refetch();
  };
  return {
    ...{ filter, typed, setTyped, change, show, list, update },
    clear: () => show(noFilter),
    changed: changed && pages > FRESH,
  };
}

export type ApplicationsState = ReturnType<typeof useApplications>;
