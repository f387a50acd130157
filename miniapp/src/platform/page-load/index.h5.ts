const kept = 'zhiyu.reloads';
/** After so many reloads in a row a person has to press (times). */
const most = 8;
/** A page that stood this long is there: what fails later is counted anew (ms). */
const calm = 60_000;
const pauseMs = 1_500;

/** A part of the application that broke off on the way is loaded again; the server and the device know where one was. */
export function watchPageLoad(): () => void {
  const settled = setTimeout(() => sessionStorage.removeItem(kept), calm);
  let waiting = false;
  const onFailure = ({ reason }: PromiseRejectionEvent) => {
    const broken = reason instanceof Error && reason.name === 'ChunkLoadError';
    const times = Number(sessionStorage.getItem(kept) ?? '0');
    if (!broken || waiting || times >= most) {
      return;
    }
    waiting = true;
    sessionStorage.setItem(kept, String(times + 1));
    setTimeout(() => window.location.reload(), pauseMs);
  };
  window.addEventListener('unhandledrejection', onFailure);
  return () => {
    clearTimeout(settled);
    window.removeEventListener('unhandledrejection', onFailure);
  };
}
