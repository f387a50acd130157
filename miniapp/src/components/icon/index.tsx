/** Line icons on a 24 grid; always beside a word or inside a labelled control. */
const paths = {
  back: 'M15 5l-7 7 7 7',
  down: 'M6 9l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  pause: 'M8.5 6v12M15.5 6v12',
  pen: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  file: 'M6 3.500h8l4.500 4.500V19a1.500 1.500 0 01-1.500 1.500H6A1.500 1.500 0 014.500 19V5A1.500 1.500 0 016 3.500zM14 3.500V8h4.500M8 12.500h7M8 16h5',
  speaker:
    'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4.200 4.200 0 010 6M18 6.500a7.800 7.800 0 010 11',
  camera:
    'M5.5 7h7.500a2.500 2.500 0 012.500 2.500v5a2.500 2.500 0 01-2.500 2.500h-7.500a2.500 2.500 0 01-2.500-2.500v-5a2.500 2.500 0 012.500-2.500zM15.500 11l5.500-3v9l-5.500-3',
  noCamera:
    'M3 9.5V15a2.500 2.500 0 002.500 2.500H13M8 7h5a2.500 2.500 0 012.500 2.500v3M15.500 11l5.500-3v9l-2-1.100M4 4l16 16',
  unlocked:
    'M8 10.500h8.500a2.500 2.500 0 012.500 2.500v4.500a2.500 2.500 0 01-2.500 2.500h-8.500a2.500 2.500 0 01-2.500-2.500v-4.500a2.500 2.500 0 012.500-2.500zM8.500 10.500V8a3.500 3.500 0 016.300-2.100M4 4l16 16',
  lock: 'M8 10.500h8.500a2.500 2.500 0 012.500 2.500v4.500a2.500 2.500 0 01-2.500 2.500h-8.500a2.500 2.500 0 01-2.500-2.500v-4.500a2.500 2.500 0 012.500-2.500zM8.500 10.500V8a3.500 3.500 0 017 0v2.500',
  microphone:
    'M12 3.500a3 3 0 013 3v5a3 3 0 01-6 0v-5a3 3 0 013-3zM5.500 11.500a6.500 6.500 0 0013 0M12 18v3',
  keyboard:
    'M5.5 6h13a2.500 2.500 0 012.500 2.500v7a2.500 2.500 0 01-2.500 2.500h-13a2.500 2.500 0 01-2.500-2.500v-7a2.500 2.500 0 012.500-2.500zM7 10h.01M12 10h.01M17 10h.01M8 14h8',
  network: 'M3.5 9.5a13 13 0 0117 0M6.5 13a8.5 8.5 0 0111 0M9.5 16.3a4 4 0 015 0M12 19.5h.01',
  offline:
    'M3.5 9.5a13 13 0 014-2.5M11 6.2a13 13 0 019.500 3.3M6.500 13a8.500 8.500 0 013-2M14.500 11.400a8.500 8.500 0 013 1.600M9.500 16.300a4 4 0 015 0M12 19.500h.01M4 4l16 16',
  again: 'M19.500 12a7.500 7.500 0 11-2.500-5.600M19.500 4v4.500H15',
  flag: 'M6 21V4.500M6 5h11l-2.500 4 2.500 4H6',
  phone:
    'M9.500 3h5a2.500 2.500 0 012.500 2.500v13a2.500 2.500 0 01-2.500 2.500h-5A2.500 2.500 0 017 18.500v-13A2.500 2.500 0 019.500 3zM11 18h2',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 4.500a6.500 6.500 0 100 13 6.500 6.500 0 000-13zM16 16l4 4',
  person: 'M12 4a4 4 0 100 8 4 4 0 000-8zM4.500 20c1-4 4-5.500 7.500-5.500s6.500 1.500 7.500 5.500',
  people:
    'M9 5a3.500 3.500 0 100 7 3.500 3.500 0 000-7zM2.500 19c.8-3.500 3.300-5 6.500-5s5.700 1.500 6.500 5M16 5.500a3.500 3.500 0 010 6.500M18 14.500c2 .6 3.200 2.100 3.600 4.500',
  home: 'M4 11l8-7 8 7v8.500a1 1 0 01-1 1h-4.500v-6h-5v6H5a1 1 0 01-1-1z',
  board: 'M4 5h4.500v14H4zM9.750 5h4.500v9h-4.500zM15.500 5H20v11.500h-4.500z',
  chat: 'M4.500 5.500h15v11h-8l-4 3.500v-3.500h-3z',
  gear: 'M12 9a3 3 0 100 6 3 3 0 000-6zM12 3.500v2.500M12 18v2.500M3.500 12H6M18 12h2.500M6 6l1.800 1.800M16.200 16.200L18 18M18 6l-1.800 1.800M7.800 16.200L6 18',
  briefcase: 'M4 8h16v11.500H4zM9 8V5h6v3M4 13h16',
  pool: 'M12 4c4.500 0 8 1.300 8 3s-3.500 3-8 3-8-1.300-8-3 3.500-3 8-3zM4 7v10c0 1.700 3.500 3 8 3s8-1.300 8-3V7M4 12c0 1.700 3.500 3 8 3s8-1.300 8-3',
  chart: 'M4.500 19.500h15M7.500 16v-5M12 16V6M16.500 16V9',
  upload: 'M12 16V4.500M7 9l5-5 5 5M4.500 19.500h15',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = '' }: { name: IconName; size?: '' | 's' | 'xs' | 'l' }) {
  return (
    <svg className={`i ${size}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} strokeWidth={name === 'pause' || name === 'more' ? 2.4 : undefined} />
    </svg>
  );
}

/** The play triangle is the one filled icon. */
export function PlayIcon({ size = '' }: { size?: '' | 's' | 'xs' | 'l' }) {
  return (
    <svg className={`i ${size}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M8 5.5v13l10.5-6.5z" fill="currentColor" />
    </svg>
  );
}

/** The mark of 知遇, beside messages of the assistant. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg viewBox="0 0 36 36" width={size} height={size} aria-hidden="true">
      <rect width="36" height="36" rx="9" fill="var(--accent)" />
      <g
        transform="translate(6 6)"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M6.4 2.6C5.8 4.6 4.8 6.4 3.4 7.9M5.4 5.9h6.4M2.4 11.5h10.2M7.7 5.9v5.2c0 3.9-1.6 7.1-5 9.5M8.6 14.6c1.4 1.3 2.7 2.9 3.8 4.8" />
        <rect x="15.2" y="6.4" width="7.2" height="13" rx="2.2" />
      </g>
    </svg>
  );
}
