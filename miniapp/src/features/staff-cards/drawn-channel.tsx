import { useTranslation } from 'react-i18next';
import type { Card } from '@zhiyu/contracts/card';
import type { Drawing, Gallery, Loss } from '@zhiyu/contracts/gallery';
import { CardView } from '../chat/card-view';
import { DrawnMessage } from './drawn-message';

type Channel = Gallery['channels'][number];

/** The card and the line below it as the inbox draws them; nothing can be pressed here. */
function InboxCard({ card }: { card: Card }) {
  return (
    <div {...{ inert: '' }}>
      <CardView card={card} busy={null} onPress={() => undefined} />
      {card.footnote === '' ? null : <p className="when drawn-foot">{card.footnote}</p>}
    </div>
  );
}

function useLossWord() {
  const { t } = useTranslation('staff');
  return (loss: Loss): string => {
    switch (loss.type) {
      case 'text':
        return t(loss.cut ? 'gallery.loss.cut' : 'gallery.loss.text', { text: loss.text });
      case 'button':
      case 'press':
        return t(`gallery.loss.${loss.type}`, { label: loss.label });
      default:
        return t(`gallery.loss.${loss.type}`);
    }
  };
}

function Losses({ losses }: { losses: readonly Loss[] }) {
  const { t } = useTranslation('staff');
  const word = useLossWord();
  if (losses.length === 0) {
    return <p className="drawn-none">{t('gallery.loss.none')}</p>;
  }
  return (
    <div className="drawn-losses">
      <p className="mid">{t('gallery.loss.title')}</p>
      <ul>
        {losses.map(word).map((text, at) => (
          <li key={`${at}${text}`}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function Payload({ drawing }: { drawing: Drawing }) {
  const { t } = useTranslation('staff');
  return drawing.payload === '' ? null : (
    <details className="drawn-fold">
      <summary>{t('gallery.payload')}</summary>
      <pre tabIndex={0}>{drawing.payload}</pre>
    </details>
  );
}

/** A shape that the channel takes where the first one does not work. */
function OtherShape({ drawing }: { drawing: Drawing }) {
  const { t } = useTranslation('staff');
  const word = drawing.shape.replace(/^sampleActionCard\d*$/, 'robot');
  return (
    <details className="drawn-fold">
      <summary>{t(`gallery.shape.${word}`, { defaultValue: drawing.shape })}</summary>
      <div className="drawn-ground">
        <DrawnMessage drawing={drawing} />
      </div>
      <Payload drawing={drawing} />
    </details>
  );
}

/** One channel: the picture of its message, what of the card is lost, the message itself folded away. */
export function DrawnChannelView({ channel, card }: { channel: Channel; card: Card }) {
  const { t } = useTranslation('staff');
  const [first, ...others] = channel.drawings;
  const isInbox = channel.name === 'console';
  return (
    <section className="drawn-channel" aria-labelledby={`drawn-${channel.name}`}>
      <h3 id={`drawn-${channel.name}`}>
        {isInbox ? t('gallery.inbox') : t(`channels.name.${channel.name}`)}
        {channel.on ? null : <small>{t('channels.state.off')}</small>}
      </h3>
      <div className="drawn-ground">
        {isInbox ? <InboxCard card={card} /> : first ? <DrawnMessage drawing={first} /> : null}
      </div>
      <Losses losses={channel.losses} />
      {first ? <Payload drawing={first} /> : null}
      {others.map((drawing) => (
        <OtherShape key={drawing.shape} drawing={drawing} />
      ))}
    </section>
  );
}
