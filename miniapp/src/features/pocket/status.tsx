import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { CandidateStatus } from '@zhiyu/contracts/interview';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { dayText, momentText, shortText } from '../../components/time';
import { showIn } from '../../locales';
import {
  headOf,
  interviewOpen,
  letterPoints,
  openPromises,
  viewOf,
  type LetterOf,
} from '../status/status.shared';
import { Act, Line, Screen, Title, Waiting } from './shell';

function Head({ status }: { status: CandidateStatus }) {
  const { t, i18n } = useTranslation('candidate');
  const view = viewOf(status);
  const key = view === 'open' ? headOf(status) : view;
  const { deadline } = status.interview ?? { deadline: null };
  const names = {
    name: status.candidateName,
    contact: status.contactName,
    count: status.answers.length,
    time: deadline === null ? '' : momentText(deadline, status.serverNow, i18n.language),
  };
  return (
    <>
      <Line look="muted">{`${status.companyName} · ${status.positionName}`}</Line>
      {key === 'letter' && status.letter ? (
        <Title>{status.letter.greeting}</Title>
      ) : (
        <>
          <Title>{t(`status.${key}.title`, names)}</Title>
          <Line>{t(`status.${key}.lead`, names)}</Line>
        </>
      )}
    </>
  );
}

/** The same letter as in the browser, under the same headings. */
function Letter({ status, letter }: { status: CandidateStatus; letter: LetterOf }) {
  const { t, i18n } = useTranslation('candidate');
  const day = dayText(status.serverNow, i18n.language);
  return (
    <>
      {letter.paragraphs.map((paragraph) => (
        <Line key={paragraph}>{paragraph}</Line>
      ))}
      {letterPoints(letter).map(({ heading, quote, text }) => (
        <View key={text} className="pocket-point">
          <Text className="pocket-label">{t(heading)}</Text>
          {quote === '' ? null : <Line look="muted">{`“${quote}”`}</Line>}
          <Line>{text}</Line>
        </View>
      ))}
      {letter.closing === '' ? null : <Line>{letter.closing}</Line>}
      <Line look="muted">{`${letter.decidedBy} · ${status.companyName}`}</Line>
      <Line look="muted">{`${letter.practice ? `${t('letter.made')} ` : ''}${day}`}</Line>
    </>
  );
}

/** When and where it goes on, or the letter. */
function Outcome({ status }: { status: CandidateStatus }) {
  const { t, i18n } = useTranslation('candidate');
  const { nextRound } = status;
  return (
    <>
      {nextRound ? (
        <>
          <Title>{nextRound.name}</Title>
          <Line>{momentText(nextRound.startsAt, status.serverNow, i18n.language)}</Line>
          <Line>{nextRound.place}</Line>
          <Line look="muted">{`${t('round.contact')}${t('colon')}${nextRound.contact}`}</Line>
        </>
      ) : status.outcome === 'passed' ? (
        <Line>{t('round.then', { name: status.contactName })}</Line>
      ) : null}
      {status.letter ? <Letter status={status} letter={status.letter} /> : null}
    </>
  );
}

function Content({ status }: { status: CandidateStatus }) {
  const { t, i18n } = useTranslation('candidate');
  const go = (page: string) => void Taro.navigateTo({ url: `/pages/${page}/index` });
  const running = status.interview?.state === 'running';
  const footer = (
    <>
      {viewOf(status) === 'open' && interviewOpen(status) ? (
        <Act look="primary" onPress={() => go('interview')}>
          {t(running ? 'status.goOn' : 'status.start')}
        </Act>
      ) : null}
      <Act onPress={() => go('inbox')}>{t('status.messages')}</Act>
    </>
  );
  return (
    <Screen footer={footer}>
      <Head status={status} />
      <Outcome status={status} />
      {openPromises(status).map(({ text }) => (
        <Line key={text}>{text}</Line>
      ))}
      {status.steps.map((step) => (
        <View key={step.code} className={`pocket-meta step ${step.state}`}>
          <Text>{t(`status.step.${step.code}`, { name: status.contactName })}</Text>
          <Text>{step.at === null ? '' : shortText(step.at, status.serverNow, i18n.language)}</Text>
        </View>
      ))}
      {status.answers.map((answer) => (
        <View key={answer.attemptId} className="pocket-point">
          <Line look="muted">{answer.question}</Line>
          <Line>{answer.words ?? t('status.noWords')}</Line>
        </View>
      ))}
    </Screen>
  );
}

/** The candidate's own page in a mini-program. */
export function PocketStatus() {
  const query = useRoute(candidateRoutes.candidateStatus, {});
  useLive([candidateRoutes.candidateStatus]);
  const locale = query.data?.locale;
  useEffect(() => {
    if (locale) {
      showIn(locale);
    }
  }, [locale]);
  return query.data ? (
    <Content status={query.data} />
  ) : (
    <Waiting error={query.error} onRetry={() => void query.refetch()} />
  );
}
