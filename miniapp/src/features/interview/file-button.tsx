import { useRef, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { fileAccepts } from '../../platform/recorder/chosen-file';

/** A finger means a phone, whose camera the file input opens; a mouse means that a file is picked. */
export function isPhone(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

/** The phone's own camera or sound recorder, or a recording that is there already. */
export function FileButton({
  mode,
  onFile,
}: {
  mode: 'camera' | 'voice';
  onFile: (file: File) => void;
}) {
  const { t } = useTranslation('candidate');
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) {
      onFile(file);
    }
  };
  return (
    <>
      <Button look="primary" size="big" wide onPress={() => input.current?.click()}>
        {t(`file.${isPhone() ? 'act' : 'pick'}.${mode}`)}
      </Button>
      <input
        ref={input}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-hidden="true"
        accept={fileAccepts[mode]}
        capture="user"
        onChange={choose}
      />
    </>
  );
}
