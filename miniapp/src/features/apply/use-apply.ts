import { useRef, useState } from 'react';
import Taro from '@tarojs/taro';
import type { Apply } from '@zhiyu/contracts/application';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { recruitingRoutes } from '@zhiyu/contracts/routes.recruiting';
import { call } from '../../api/client';
import { fieldMessage, messageOf } from '../../api/error';
import { newKey } from '../../api/request.shared';
import { useRoute } from '../../api/query';
import { currentLocale } from '../../locales';
import { targetOf } from '../chat/card.shared';
import {
  emptyForm,
  firstMissing,
  formOf,
  type ApplyField,
  type ApplyForm,
  type FieldValue,
} from './apply.shared';

interface ReadFile {
  draftId: string;
  name: string;
  warnings: string[];
}

/** What was read and typed, and which row is open. */
function useForm(code: string) {
  const [form, setForm] = useState(emptyForm);
  const [file, setFile] = useState<ReadFile | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [editing, edit] = useState<ApplyField | null>(null);
  const [error, setError] = useState<unknown>(null);
  const read = async (chosen: File) => {
    setReading(chosen.name);
    setError(null);
    try {
      const draft = await call(
        recruitingRoutes.readResume,
        { code, name: chosen.name },
        { file: chosen },
      );
      setForm((before) => formOf(draft, before));
      setFile({ draftId: draft.draftId, name: draft.fileName, warnings: draft.warnings });
    } catch (failure) {
      setError(failure);
    } finally {
      setReading(null);
    }
  };
  const type = (field: ApplyField, value: string) =>
    setForm((before) => ({ ...before, [field]: { value, state: 'typed' } }));
  return { form, file, reading, editing, error, setError, read, type, edit };
}

interface Sent {
  form: ApplyForm;
  draftId: string | null;
  talentPool: boolean;
}

/** Only what the candidate wrote or changed: the server has the file itself. */
function own({ value, state }: FieldValue, longest: number): string {
  return state === 'typed' ? value.slice(0, longest) : '';
}

/** What goes to the server; long texts are cut to what it takes. */
function inputOf(code: string, { form, draftId, talentPool }: Sent): Apply {
  return {
    code,
    draftId,
    name: form.name.value,
    phone: form.phone.value,
    email: form.email.value,
    education: own(form.education, 500),
    work: own(form.work, 2000),
    consent: true,
    talentPool,
    textVersion: consentTexts.application,
    locale: currentLocale(),
  };
}

/** Pressing again with the same words is the same act: the same Idempotency-Key. */
function useKeyOf() {
  const sent = useRef({ text: '', key: '' });
  return (input: Apply): string => {
    const text = JSON.stringify(input);
    if (sent.current.text !== text) {
      sent.current = { text, key: newKey() };
    }
    return sent.current.key;
  };
}

/** The public application: a file or typed rows, two boxes, one act. */
export function useApply(code: string) {
  const position = useRoute(recruitingRoutes.publicPosition, { code }, { enabled: code !== '' });
  const rows = useForm(code);
  const [typing, setTyping] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const [pool, setPool] = useState(false);
  const [sending, setSending] = useState(false);
  const [tried, setTried] = useState(false);
  const keyOf = useKeyOf();
  const missing = firstMissing(rows.form) ?? (agreed ? null : 'consent');

  const submit = async () => {
    setTried(true);
    if (missing !== null) {
      return;
    }
    const input = inputOf(code, {
      form: rows.form,
      draftId: rows.file?.draftId ?? null,
      talentPool: pool,
    });
    setSending(true);
    rows.setError(null);
    try {
      const result = await call(recruitingRoutes.apply, input, { key: keyOf(input) });
      await Taro.redirectTo({ url: targetOf(result.statusPath).url });
    } catch (failure) {
      rows.setError(failure);
    }
    setSending(false);
  };

  return {
    ...rows,
    position,
    open: typing || rows.file !== null,
    agreed,
    pool,
    sending,
    wrong: tried ? missing : null,
    failure: rows.error === null ? null : messageOf(rows.error),
    fieldError: (field: ApplyField) => fieldMessage(rows.error, field),
    submit,
    startTyping: () => setTyping(true),
    setAgreed,
    setPool,
  };
}

export type ApplyState = ReturnType<typeof useApply>;
