import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PoolRules } from '@zhiyu/contracts/pool-profile';
import { mostPoolMonths, openGround, type Sight, sights } from '@zhiyu/contracts/regions';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { useWords } from '../staff-shell/use-words';
import '../staff-pool/words';
import { Choice } from './choice';
import { Places } from './pool-places';

type Rule = PoolRules['rules'][number];

const monthChoices = [6, 12, 18, 24, mostPoolMonths];

function RuleForm({ rule, texts }: { rule: Rule; texts: readonly string[] }) {
  const { t } = useTranslation('pool');
  const say = useToast();
  const { region } = rule;
  const [sight, setSight] = useState<Sight>(rule.sight);
  const [keepMonths, setMonths] = useState(rule.keepMonths);
  const [textsFrom, setTexts] = useState(rule.textsFrom);
  const [ground, setGround] = useState(rule.ground);
  const save = useAct(routes.setPoolRule, {
    refresh: [routes.poolRules],
    onSuccess: () => say(t('ui:saved')),
  });
  const same =
    sight === rule.sight &&
    keepMonths === rule.keepMonths &&
    textsFrom === rule.textsFrom &&
    ground === rule.ground;
  const grounded = sight !== 'open' || ground.trim().length >= openGround.least;
  const months = [...new Set([...monthChoices, rule.keepMonths])].sort((one, other) => one - other);
  return (
    <div className="form-stack">
      <Choice
        label={t('rule.sight')}
        value={sight}
        options={sights.map((value) => ({ value, label: t(`rule.sights.${value}`) }))}
        disabled={false}
        onChange={(value) => setSight(value as Sight)}
      />
      {sight === 'open' ? (
        <TextField
          label={t('rule.ground')}
          hint={t('rule.groundHint', { least: openGround.least })}
          rows={3}
          maxLength={openGround.most}
          value={ground}
          onChange={setGround}
        />
      ) : null}
      <Choice
        label={t('rule.keep')}
        value={String(keepMonths)}
        options={months.map((value) => ({
          value: String(value),
          label: t('rule.months', { months: value }),
        }))}
        disabled={false}
        onChange={(value) => setMonths(Number(value))}
      />
      <Choice
        label={t('rule.texts')}
        value={textsFrom ?? ''}
        options={[
          { value: '', label: t('rule.anyText') },
          ...texts.map((value) => ({ value, label: t('rule.textsFrom', { day: value }) })),
        ]}
        disabled={false}
        onChange={(value) => setTexts(value || null)}
      />
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
      <p>
        <Button
          disabled={same || !grounded}
          busy={save.isPending ? t('staff:saving') : undefined}
          onPress={() => save.mutate({ region, sight, keepMonths, textsFrom, ground })}
        >
          {t('rule.save', { region: t(`rule.regions.${region}`) })}
        </Button>
      </p>
    </div>
  );
}

function RuleRow({ rule, texts }: { rule: Rule; texts: readonly string[] }) {
  const { t } = useTranslation('pool');
  const words = useWords();
  const { region, sight, keepMonths, changed } = rule;
  return (
    <details className="pool-rule">
      <summary>
        <b className="mid">{t(`rule.regions.${region}`)}</b>
        <span className="muted">
          {t(`rule.sights.${sight}`)} · {t('rule.months', { months: keepMonths })}
        </span>
      </summary>
      <p className="cap">{t(`rule.law.${region}`)}</p>
      <RuleForm key={JSON.stringify(rule)} rule={rule} texts={texts} />
      <p className="cap num">
        {changed === null
          ? t('rule.unchanged')
          : t('rule.changed', { name: changed.by, at: words.moment(changed.at) })}
      </p>
    </details>
  );
}

/** Who may see people of a region in the talent pool, how long they stay, by which sentences; and who works where. */
export function PoolRegions() {
  const { t } = useTranslation('pool');
  const query = useRoute(routes.poolRules, {});
  return (
    <section className="narrow">
      <h2 className="sec-h">{t('rule.title')}</h2>
      <p className="t13 pool-rules-lead">{t('rule.lead')}</p>
      <Awaited query={query}>
        {(data) => (
          <>
            <div className="pool-rules">
              {data.rules.map((rule) => (
                <RuleRow key={rule.region} rule={rule} texts={data.texts} />
              ))}
            </div>
            <p className="cap">{t('rule.unknown')}</p>
            <Places data={data} />
          </>
        )}
      </Awaited>
    </section>
  );
}
