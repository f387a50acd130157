import { locales, type Text } from '@zhiyu/contracts/basics';

/** An example of what somebody might say stands in quotation marks behind what an anchor describes. */
const example = /\s*[：:]?\s*[“"«「『].*$/su;
const ending = /[\s：:。.]+$/u;

/**
 * What an anchor describes, without its example: beside a candidate's words another's words in quotation marks would
 * pass for the candidate's own.
 */
function describedIn(anchor: string): string {
  const bare = anchor.replace(example, '').replace(ending, '');
  return bare === '' ? anchor : bare;
}

/** The same in every language that the anchor has. */
export function describedText(text: Text): Text {
  const all = locales.flatMap((locale) => {
    const said = text[locale];
    return said ? [[locale, describedIn(said)] as const] : [];
  });
  return { ...text, ...Object.fromEntries(all) };
}
