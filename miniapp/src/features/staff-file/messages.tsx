import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Message, MessageWay } from '@zhiyu/contracts/messages';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { StateWord, type Meaning } from '../../components/glyph';
import { Awaited, Empty } from '../../components/state';
import { useWords } from '../staff-shell/use-words';

const wayGlyph: Record<MessageWay['state'], Meaning> = {
  queued: 'unknown',
  delivered: 'pass',
  failed: 'danger',
  refused: 'reject',
};

function Way({ way }: { way: MessageWay }) {
  const { t } = useTranslation('file');
  const words = useWords();
  return (
    <li>
      <span className="mid">{way.to === 'group' ? t('messages.group') : way.who}</span>
      <span className="muted">{t(`messages.channel.${way.channel}`, way.channel)}</span>
      <StateWord of={wayGlyph[way.state]}>{t(`messages.way.${way.state}`)}</StateWord>
      <span className="num faint">
        {words.moment(way.deliveredAt ?? way.at)}
        {way.read ? t('messages.read') : ''}
      </span>
      {way.failure === '' ? null : <span className="fault">{way.failure}</span>}
    </li>
  );
}

function Card({ message }: { message: Message }) {
  const { t } = useTranslation('file');
  const words = useWords();
  return (
    <li className="message">
      <header>
        <time className="num faint">{words.moment(message.at)}</time>
        <b className="mid">{message.title}</b>
        <span className="faint">
          {t(`messages.kind.${message.kind}`)} · {t(`messages.state.${message.state}`)}
        </span>
      </header>
      {message.texts.map((text, n) => (
        <p key={`${n}${text}`} className="muted pre">
          {text}
        </p>
      ))}
      <ul className="message-ways" aria-label={t('messages.ways')}>
        {message.ways.map((way) => (
          <Way key={`${way.who}${way.channel}${way.at}`} way={way} />
        ))}
      </ul>
      {message.presses.length === 0 ? null : (
        <ul className="message-ways" aria-label={t('messages.presses')}>
          {message.presses.map((press) => (
            <li key={`${press.at}${press.who}${press.action}`}>
              <span className="mid">{press.who}</span>
              <span>
                {t('messages.pressed', {
                  what: t(`messages.act.${press.action}`, press.action),
                })}
              </span>
              {press.effective ? null : (
                <StateWord of="unknown">{t('messages.noEffect')}</StateWord>
              )}
              <span className="num faint">{words.moment(press.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Every card about the application: what it says, how it went to whom, who pressed what. */
export function MessagesTab({ id }: { id: string }) {
  const { t } = useTranslation('file');
  const list = useRoute(routes.messages, { id });
  useLive([routes.messages], (item) => item.applicationId === id);
  return (
    <Awaited query={list}>
      {({ messages }) =>
        messages.length === 0 ? (
          <Empty title={t('messages.none')}>{t('messages.noneMore')}</Empty>
        ) : (
          <ol className="messages">
            {messages.map((message) => (
              <Card key={message.id} message={message} />
            ))}
          </ol>
        )
      }
    </Awaited>
  );
}
