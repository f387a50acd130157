import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** All letters of a printed page after page, without a space between them. */
export async function textOf(response: Response): Promise<string> {
  const data = new Uint8Array(await response.arrayBuffer());
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1));
  const contents = await Promise.all(
    pages.map(async (page) => (await (await page).getTextContent()).items),
  );
  await document.destroy();
  return contents
    .flat()
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replace(/\s/g, '');
}

/** What a file says of itself beside its pages: title, headings and the like, without a space between them. */
export async function aboutOf(response: Response): Promise<string> {
  const data = new Uint8Array(await response.arrayBuffer());
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const about = [await document.getMetadata(), await document.getOutline()];
  await document.destroy();
  return JSON.stringify(about).replace(/\s/g, '');
}
