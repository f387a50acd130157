import { useTranslation } from 'react-i18next';
import type { ImpactTableRow } from './impact.shared';
import './words';

/** Attributes and groups in the words of the page. */
export function useGroupNames() {
  const { t } = useTranslation('impact');
  const attribute = (name: string) => t(`attribute.${name}`, { defaultValue: name });
  return {
    attributes: ({ attributes }: ImpactTableRow) => attributes.map(attribute).join(' × '),
    /** Yes and no say nothing without their attribute. */
    categories: ({ attributes, categories }: ImpactTableRow) =>
      categories
        .map((name, i) => {
          const of = attributes[i] ?? '';
          const word = t(`category.${of}.${name}`, { defaultValue: name });
          return name === 'yes' || name === 'no' ? `${attribute(of)}: ${word}` : word;
        })
        .join(' × '),
  };
}
