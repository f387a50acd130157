import type { ReactNode } from 'react';
import type { Scene } from './scenes.shared';

/** Lines of one question after another. */
const flow = (
  <>
    {[0, 1, 2].map((row) => (
      <g key={row} className={`guide-in d${row}`}>
        <rect x="64" y={34 + row * 44} width="192" height="34" rx="8" className="s-card" />
        <circle cx="84" cy={51 + row * 44} r="8" className={row === 0 ? 's-on' : 's-line'} />
        <rect
          x="102"
          y={47 + row * 44}
          width={120 - row * 22}
          height="8"
          rx="4"
          className="s-ink"
        />
      </g>
    ))}
  </>
);

const think = (
  <>
    <circle cx="160" cy="100" r="56" className="s-ring" />
    <circle cx="160" cy="100" r="56" className="s-ring-on" transform="rotate(-90 160 100)" />
    <path d="M160 72v30l18 12" className="s-stroke" />
  </>
);

const answer = (
  <>
    <g className="guide-in d0">
      <rect x="36" y="62" width="72" height="72" rx="14" className="s-card" />
      <path
        d="M54 86h22a6 6 0 016 6v14a6 6 0 01-6 6H54a6 6 0 01-6-6V92a6 6 0 016-6zM82 96l14-8v22l-14-8"
        className="s-stroke"
      />
    </g>
    <g className="guide-in d1">
      <rect x="124" y="62" width="72" height="72" rx="14" className="s-card" />
      <path
        d="M160 78a8 8 0 018 8v12a8 8 0 01-16 0V86a8 8 0 018-8zM144 98a16 16 0 0032 0M160 114v8"
        className="s-stroke"
      />
    </g>
    <g className="guide-in d2">
      <rect x="212" y="62" width="72" height="72" rx="14" className="s-card" />
      <path
        d="M228 84h40a4 4 0 014 4v20a4 4 0 01-4 4h-40a4 4 0 01-4-4V88a4 4 0 014-4zM232 92h.1M240 92h.1M248 92h.1M256 92h.1M264 92h.1M236 104h24"
        className="s-stroke"
      />
    </g>
    <rect x="36" y="62" width="72" height="72" rx="14" className="s-choice" />
  </>
);

const review = (
  <>
    <rect x="72" y="36" width="176" height="96" rx="12" className="s-card" />
    <path d="M148 64v40l32-20z" className="s-on" />
    <rect x="88" y="144" width="144" height="6" rx="3" className="s-line" />
    <rect x="88" y="144" width="144" height="6" rx="3" className="s-on guide-grow" />
    <g className="guide-in d2">
      <circle cx="248" cy="132" r="18" className="s-on" />
      <path d="M240 132l6 6 11-12" className="s-tick" />
    </g>
  </>
);

const network = (
  <>
    <rect x="48" y="40" width="64" height="116" rx="12" className="s-card" />
    {[0, 1, 2].map((row) => (
      <rect
        key={row}
        x="60"
        y={124 - row * 22}
        width="40"
        height="14"
        rx="4"
        className={`s-on guide-in d${row}`}
      />
    ))}
    <path d="M128 98h20M156 98h8M172 98h20" className="s-stroke guide-wait" />
    <rect x="208" y="56" width="72" height="84" rx="10" className="s-card" />
    <path d="M222 80h44M222 98h44M222 116h28" className="s-stroke" />
  </>
);

const facts = (
  <>
    <path d="M40 132h240" className="s-stroke" />
    {[72, 148, 232].map((x, row) => (
      <circle
        key={x}
        cx={x}
        cy="132"
        r="8"
        className={`${row === 1 ? 's-on' : 's-line'} guide-in d${row}`}
      />
    ))}
    <g className="guide-in d2">
      <path
        d="M92 44h132a8 8 0 018 8v40a8 8 0 01-8 8h-66l-10 14-10-14H92a8 8 0 01-8-8V52a8 8 0 018-8z"
        className="s-card"
      />
      <rect x="102" y="60" width="112" height="7" rx="3.500" className="s-ink" />
      <rect x="102" y="78" width="76" height="7" rx="3.500" className="s-ink" />
    </g>
  </>
);

const drawings: Record<Scene, ReactNode> = { flow, think, answer, review, network, facts };

/** One scene, drawn; what it says stands in the caption. Without motion it shows its last moment. */
export function Drawing({ scene }: { scene: Scene }) {
  return (
    <svg className="guide-drawing" viewBox="0 0 320 196" aria-hidden="true">
      {drawings[scene]}
    </svg>
  );
}
