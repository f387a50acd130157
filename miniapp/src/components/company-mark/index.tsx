import './index.scss';

interface CompanyMarkProps {
  name: string;
  /** Address of its picture; null = its first character stands for it. */
  logo: string | null;
}

/** The company's own mark; its name stands beside it. */
export function CompanyMark({ name, logo }: CompanyMarkProps) {
  const [first = ''] = name;
  return logo === null ? (
    <span className="company-mark" aria-hidden="true">
      {first}
    </span>
  ) : (
    <img className="company-mark" src={logo} alt="" />
  );
}

/** The mark with what stands beside it, e.g. the company and the position. */
export function CompanyLine({ name, logo, more = '' }: CompanyMarkProps & { more?: string }) {
  return (
    <p className="cap company-line">
      <CompanyMark name={name} logo={logo} />
      <span>
        {name}
        {more}
      </span>
    </p>
  );
}
