/** The word mark 知遇. */
export function Brand({ label }: { label: string }) {
  return (
    <svg
      viewBox="0 0 53 24"
      height="22"
      width="49"
      role="img"
      aria-label={label}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M6.4 2.6C5.8 4.6 4.8 6.4 3.4 7.9M5.4 5.9h6.4M2.4 11.5h10.2M7.7 5.9v5.2c0 3.900-1.600 7.100-5 9.500M8.600 14.600c1.400 1.300 2.700 2.900 3.800 4.800" />
      <rect x="15.2" y="6.4" width="7.2" height="13" rx="2.2" stroke="var(--accent)" />
      <path d="M30.600 3.600l2.300 2.500M29.600 10.300h3.200v6.900M29.400 20.800c1.200-1.900 2.400-2.900 3.600-2.900 2.200 0 3.200 2.700 8.400 2.700h9.800M37.400 3.200h11v5.900h-11zM37.400 6.100h11M42.900 3.200v11.600M36.300 17.100v-5.200h13.200v4.200c0 .8-.4 1.200-1.200 1.200M39.900 15.100l5.500-.6M44.600 13.300l1.500 2.600" />
    </svg>
  );
}
