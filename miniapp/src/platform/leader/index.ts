/**
 * Of several pages of one interview in this browser one leads: it records and sends; the others say so.
 * A lease in localStorage, renewed every second, works without https and over crashes; the
 * BroadcastChannel only makes taking over immediate.
 */
const KEY = 'zhiyu.leader';
const RENEW_MS = 1_000;
const STALE_MS = 3_500;

interface Lease {
  page: string;
  at: number;
}

function read(): Lease | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Lease | null;
  } catch {
    return null;
  }
}

function write(lease: Lease | null): void {
  try {
    if (lease) {
      localStorage.setItem(KEY, JSON.stringify(lease));
    } else {
      localStorage.removeItem(KEY);
    }
  } catch {
    // Without storage every page leads itself; the server's own rules still hold.
  }
}

export interface Leadership {
  take: () => void;
  leave: () => void;
}

/** Tells `onChange` whether this page leads, now and after each change. */
export function joinLeadership(onChange: (leads: boolean) => void): Leadership {
  const page = Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => b.toString(16)).join(
    '',
  );
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(KEY);
  let leads: boolean | null = null;
  const show = (next: boolean) => {
    if (next !== leads) {
      leads = next;
      onChange(next);
    }
  };
  const take = () => {
    write({ page, at: Date.now() });
    channel?.postMessage(page);
    show(true);
  };
  const look = () => {
    const lease = read();
    if (!lease || lease.page === page || Math.abs(Date.now() - lease.at) > STALE_MS) {
      write({ page, at: Date.now() });
      show(true);
    } else {
      show(false);
    }
  };
  if (channel) {
    channel.onmessage = (event: MessageEvent<string>) => show(event.data === page);
  }
  const timer = setInterval(look, RENEW_MS);
  const leave = () => {
    clearInterval(timer);
    window.removeEventListener('pagehide', leave);
    channel?.close();
    if (read()?.page === page) {
      write(null);
    }
  };
  window.addEventListener('pagehide', leave);
  look();
  return { take, leave };
}
