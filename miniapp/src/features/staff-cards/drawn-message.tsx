import { useTranslation } from 'react-i18next';
import type { Drawing, DrawnPart } from '@zhiyu/contracts/gallery';

type Of<T extends DrawnPart['type']> = Extract<DrawnPart, { type: T }>;

function Choice({ part }: { part: Of<'choice'> }) {
  return (
    <div className="drawn-choice">
      {part.label === '' ? null : <p className="mid">{part.label}</p>}
      <ul>
        {part.options.map((option) => (
          <li key={option}>{option}</li>
        ))}
      </ul>
    </div>
  );
}

function Part({ part }: { part: DrawnPart }) {
  const { t } = useTranslation('staff');
  switch (part.type) {
    case 'text':
      return <p className={`drawn-${part.role} pre`}>{part.text}</p>;
    case 'row':
      return (
        <p className="drawn-row">
          <span>{part.name}</span>
          <span>{part.value}</span>
        </p>
      );
    case 'choice':
      return <Choice part={part} />;
    case 'button':
      return (
        <p className={`drawn-button ${part.presses ? 'presses' : ''}`}>
          {part.text}
          {part.presses ? null : <small>{t('gallery.opens')}</small>}
        </p>
      );
    case 'html':
      // A frame without any right: no script, no form, no way out.
      return (
        <iframe
          className="drawn-html"
          title={t('gallery.mailFrame')}
          sandbox=""
          srcDoc={part.html}
        />
      );
  }
}

/** A message as its channel shows it, roughly: the texts, lists and buttons that its renderer made. */
export function DrawnMessage({ drawing }: { drawing: Drawing }) {
  return (
    <div className={`drawn drawn-of-${drawing.shape}`}>
      {drawing.parts.map((part, at) => (
        <Part key={`${part.type}${at}`} part={part} />
      ))}
    </div>
  );
}
