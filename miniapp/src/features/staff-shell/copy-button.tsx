import { useTranslation } from 'react-i18next';
import { Button, type ButtonProps } from '../../components/button';
import { useToast } from '../../components/toast';

/** False where the browser does not let a page copy: the text beside it can be selected with one press. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function CopyButton({ text, look }: { text: string; look?: ButtonProps['look'] }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const press = async () => {
    say(t((await copy(text)) ? 'copied' : 'copyFailed'));
  };
  return (
    <Button {...(look ? { look } : {})} onPress={() => void press()}>
      {t('copy')}
    </Button>
  );
}
