import { useTranslation } from 'react-i18next';
import type { ChannelState } from '@zhiyu/contracts/channels';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { type Meaning, StateWord } from '../../components/glyph';
import { Awaited } from '../../components/state';
import { useToast } from '../../components/toast';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import './admin.scss';

const REFRESH_MS = 15_000;

const meanings: Record<ChannelState['state'], Meaning> = {
  off: 'reject',
  ready: 'pass',
  connecting: 'hold',
  connected: 'pass',
  failing: 'danger',
};

/** What is missing of a channel that is off. */
function Off({ channel }: { channel: ChannelState }) {
  const { t } = useTranslation('staff');
  return (
    <small className="channel-line">
      {t('channels.missing')}
      {channel.missing.map((name) => (
        <code key={name}>{name}</code>
      ))}
    </small>
  );
}

/** Since when, until when, how much of the quota is used, and the last fault. */
function On({ channel }: { channel: ChannelState }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { since, tokenUntil, quotas, lastError } = channel;
  return (
    <>
      <small className="channel-line num">
        {since === null ? null : <span>{t('channels.since', { time: words.moment(since) })}</span>}
        {tokenUntil === null ? null : (
          <span>{t('channels.token', { time: words.moment(tokenUntil) })}</span>
        )}
        {quotas.map(({ name, used, limit }) => (
          <span key={name}>
            {t(`channels.quota.${name}`, { defaultValue: name })}{' '}
            {limit === null ? used : `${used} / ${limit}`}
          </span>
        ))}
      </small>
      {lastError ? (
        <small className="channel-line channel-fault">
          {t('channels.lastError', { time: words.moment(lastError.at) })}
          <span>{lastError.text}</span>
        </small>
      ) : null}
    </>
  );
}

function Row({ channel, edit }: { channel: ChannelState; edit: boolean }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const test = useAct(routes.testChannel, {
    refresh: [routes.channels],
    onSuccess: ({ delivered }) => (delivered ? say(t('channels.tested')) : undefined),
  });
  const failed = test.data?.delivered === false ? test.data.reason : null;
  const fault = test.error ? messageOf(test.error) : failed;
  const on = channel.state !== 'off';
  return (
    <li>
      <span className="mid">{t(`channels.name.${channel.name}`)}</span>
      <StateWord of={meanings[channel.state]}>{t(`channels.state.${channel.state}`)}</StateWord>
      {on ? <On channel={channel} /> : <Off channel={channel} />}
      {on && channel.name === 'wecomkf' ? (
        <small className="channel-line">{t('channels.onlyCandidates')}</small>
      ) : null}
      {on && edit && channel.name !== 'wecomkf' ? (
        <span className="channel-test">
          <Button
            size="small"
            busy={test.isPending ? t('channels.testing') : undefined}
            onPress={() => test.mutate({ name: channel.name })}
          >
            {t(channel.name === 'wecomrobot' ? 'channels.testGroup' : 'channels.test')}
          </Button>
        </span>
      ) : null}
      {fault === null ? null : (
        <p className="fault channel-line" role="alert">
          {t('channels.notDelivered', { reason: fault })}
        </p>
      )}
    </li>
  );
}

/** The ways to people outside this page: which are on, how they do, what the others need. */
export function ChannelsPart() {
  const { t } = useTranslation('staff');
  const edit = useMay()('system.edit');
  const query = useRoute(routes.channels, {}, { refetchInterval: REFRESH_MS });
  return (
    <Awaited query={query}>
      {({ channels }) => (
        <section>
          <h2 className="sec-h">
            {t('admin.channels')}
            <span className="cap">{t('channels.lead')}</span>
          </h2>
          {channels.some(({ state }) => state !== 'off') ? null : (
            <p className="muted t13 dead-none">{t('channels.none')}</p>
          )}
          <ul className="engines">
            {channels.map((channel) => (
              <Row key={channel.name} channel={channel} edit={edit} />
            ))}
          </ul>
        </section>
      )}
    </Awaited>
  );
}
