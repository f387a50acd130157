import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import {
  type TestContent,
  type TestDetail,
  testItemKinds,
  testLimits,
} from '@zhiyu/contracts/written-tests';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited, Failed } from '../../components/state';
import { SwitchRow } from '../../components/switch-row';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { NumberInput } from '../staff-position/fields';
import { moved, replaced } from '../staff-position/position.shared';
import { Figures } from '../staff-items/figures';
import { useWords } from '../staff-shell/use-words';
import { cleaned, emptyTest, faultOf, newItem, pointsOf } from './draft.shared';
import { ItemEditor } from './item-editor';

interface FormProps {
  content: TestContent;
  onChange: (content: TestContent) => void;
}

function Head({ content, onChange }: FormProps) {
  const { t } = useTranslation('tests');
  return (
    <>
      <TextField
        label={t('field.title')}
        value={content.title}
        maxLength={100}
        required
        onChange={(title) => onChange({ ...content, title })}
      />
      <TextField
        label={t('field.instruction')}
        rows={2}
        maxLength={1000}
        value={content.instruction}
        onChange={(instruction) => onChange({ ...content, instruction })}
      />
      <NumberInput
        label={t('field.minutes')}
        value={content.minutes}
        min={1}
        max={testLimits.minutes}
        unit={t('minutes')}
        disabled={false}
        onChange={(n) => onChange({ ...content, minutes: Math.round(n) })}
      />
      <ul className="switch-rows">
        <SwitchRow
          label={t('field.shuffle')}
          checked={content.shuffle}
          onChange={(shuffle) => onChange({ ...content, shuffle })}
        >
          {t('shuffleMore')}
        </SwitchRow>
        <SwitchRow
          label={t('field.limit')}
          checked={content.passPercent !== null}
          onChange={(on) => onChange({ ...content, passPercent: on ? 60 : null })}
        >
          {t('limitMore')}
        </SwitchRow>
      </ul>
      {content.passPercent === null ? null : (
        <NumberInput
          label={t('field.passPercent')}
          value={content.passPercent}
          min={1}
          max={100}
          unit={t('percent')}
          disabled={false}
          onChange={(n) => onChange({ ...content, passPercent: Math.round(n) })}
        />
      )}
    </>
  );
}

function Items({ content, onChange }: FormProps) {
  const { t } = useTranslation('tests');
  const { items } = content;
  const put = (next: TestContent['items']) => onChange({ ...content, items: next });
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('items')}
        <span className="cap num">
          {t('itemsSaid', { count: items.length, points: pointsOf(content) })}
        </span>
      </h2>
      <ol className="test-items">
        {items.map((item, at) => (
          <li key={item.code}>
            <p className="row between">
              <span className="mid num">
                {at + 1} · {t(`kind.${item.kind}`)}
              </span>
              <span className="row">
                <Button
                  look="plain"
                  size="small"
                  disabled={at === 0}
                  onPress={() => put(moved(items, at, -1))}
                >
                  {t('item.up')}
                </Button>
                <Button
                  look="plain"
                  size="small"
                  disabled={at === items.length - 1}
                  onPress={() => put(moved(items, at, 1))}
                >
                  {t('item.down')}
                </Button>
                <Button
                  look="plain"
                  size="small"
                  onPress={() => put(items.filter((other) => other !== item))}
                >
                  {t('item.remove')}
                </Button>
              </span>
            </p>
            <ItemEditor item={item} onChange={(next) => put(replaced(items, at, next))} />
          </li>
        ))}
      </ol>
      {items.length < testLimits.items ? (
        <div className="test-add" role="group" aria-label={t('add')}>
          <span className="muted t13">{t('add')}</span>
          {testItemKinds.map((kind) => (
            <Button key={kind} size="small" onPress={() => put([...items, newItem(kind, items)])}>
              {t(`kind.${kind}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  );
}

function FaultLine({ content }: { content: TestContent }) {
  const { t } = useTranslation('tests');
  const fault = faultOf(content);
  return (
    <p className="t13 muted" role="status">
      {fault ? t(`wrong.${fault.key}`, { n: fault.n }) : ''}
    </p>
  );
}

/** A test that is not stored yet. */
export function NewTest({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useTranslation('tests');
  const [content, setContent] = useState(emptyTest);
  const create = useAct(routes.createTest, {
    refresh: [routes.listTests],
    onSuccess: ({ id }) => onMade(id),
  });
  return (
    <div className="test-form">
      <Head content={content} onChange={setContent} />
      <Items content={content} onChange={setContent} />
      <div className="test-acts">
        <Button
          look="primary"
          disabled={faultOf(content) !== null}
          busy={create.isPending ? t('staff:saving') : undefined}
          onPress={() => create.mutate({ content: cleaned(content) })}
        >
          {t('save')}
        </Button>
        <FaultLine content={content} />
      </div>
      {create.error ? <Failed error={create.error} /> : null}
    </div>
  );
}

function Versions({ test }: { test: TestDetail }) {
  const { t } = useTranslation('tests');
  const words = useWords();
  return test.versions.length === 0 ? null : (
    <section className="section">
      <h2 className="sec-h">{t('versions')}</h2>
      <ol className="bank-versions">
        {test.versions.map(({ version, at, by }) => (
          <li key={version} className="t13">
            <span className="num">{t('version', { n: version })}</span>{' '}
            <span className="muted">
              {by} · {words.moment(at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How each item of the test has worked. */
function Worked({ test }: { test: TestDetail }) {
  const { t } = useTranslation('items');
  const { data } = useRoute(routes.itemStatistics, { kind: 'test', testId: test.id });
  return data && test.taken > 0 ? (
    <section className="section">
      <h2 className="sec-h">{t('title')}</h2>
      <ol className="test-worked">
        {test.draft.items.map((item, at) => (
          <li key={item.code}>
            <p className="mid">
              {at + 1}. {item.text}
            </p>
            <Figures figures={data.items.find(({ code }) => code === item.code)} at={data.at} />
          </li>
        ))}
      </ol>
    </section>
  ) : null;
}

function Editor({ test }: { test: TestDetail }) {
  const { t } = useTranslation('tests');
  const say = useToast();
  const [content, setContent] = useState(test.draft);
  const refresh = [routes.listTests, routes.test];
  const save = useAct(routes.saveTest, { refresh, onSuccess: () => say(t('saved')) });
  const publish = useAct(routes.publishTest, {
    refresh,
    onSuccess: ({ version }) => say(t('published', { n: version })),
  });
  const retire = useAct(routes.retireTest, { refresh });
  const dirty = JSON.stringify(cleaned(content)) !== JSON.stringify(test.draft);
  const { id, revision } = test;
  const error = save.error ?? publish.error ?? retire.error;
  return (
    <div className="test-form">
      <Head content={content} onChange={setContent} />
      <Items content={content} onChange={setContent} />
      <div className="test-acts">
        <Button
          look={dirty ? 'primary' : 'normal'}
          disabled={!dirty || faultOf(content) !== null}
          busy={save.isPending ? t('staff:saving') : undefined}
          onPress={() => save.mutate({ id, revision, content: cleaned(content) })}
        >
          {t('save')}
        </Button>
        <Button
          look={!dirty && test.changed ? 'primary' : 'normal'}
          disabled={dirty || !test.changed}
          busy={publish.isPending ? t('staff:saving') : undefined}
          onPress={() => publish.mutate({ id, revision })}
        >
          {t('publish')}
        </Button>
        <Button look="plain" onPress={() => retire.mutate({ id, retired: !test.retired })}>
          {t(test.retired ? 'takeBack' : 'retire')}
        </Button>
        <FaultLine content={content} />
        {test.version > 0 ? <p className="t13 muted">{t('publishMore')}</p> : null}
      </div>
      {error ? <Failed error={error} /> : null}
      <Worked test={test} />
      <Versions test={test} />
    </div>
  );
}

/** A stored test: its draft, its versions. */
export function TestEditor({ id }: { id: string }) {
  const test = useRoute(routes.test, { id });
  return <Awaited query={test}>{(data) => <Editor key={data.revision} test={data} />}</Awaited>;
}
