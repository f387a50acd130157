import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../../api/error';
import { Button } from '../../components/button';
import { Page } from '../../components/page';

/** Something to read and one thing to press. */
export function Sentence(props: {
  title: string;
  text: string;
  act?: string;
  onAct?: () => Promise<unknown> | undefined;
  /** Another thing to press, below. */
  other?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation('candidate');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const act = () => {
    setBusy(true);
    setProblem(null);
    void Promise.resolve(props.onAct?.())
      .catch((error: unknown) => setProblem(messageOf(error)))
      .finally(() => setBusy(false));
  };
  const footer = props.act ? (
    <>
      <Button look="primary" size="big" wide busy={busy ? t('sending') : undefined} onPress={act}>
        {props.act}
      </Button>
      {props.other}
    </>
  ) : undefined;
  return (
    <Page title={t('interview.title')} footer={footer}>
      <header className="interview-lead">
        <h1 className="h1">{props.title}</h1>
        <p>{problem ?? props.text}</p>
      </header>
      {props.children}
    </Page>
  );
}
