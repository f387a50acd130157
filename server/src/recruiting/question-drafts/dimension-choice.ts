import type { CompetencyModel } from '@zhiyu/contracts/position';

/** Pairs of neighbouring Chinese characters and whole Latin words: what two texts can have in common. */
function parts(text: string): Set<string> {
  const plain = text.toLowerCase().normalize('NFKC');
  const latin = plain.match(/[a-z][a-z0-9+#.]+/g) ?? [];
  const chinese = (plain.match(/[\u4e00-\u9fff]+/g) ?? []).flatMap((run) =>
    [...run].slice(1).map((letter, at) => `${run.charAt(at)}${letter}`),
  );
  return new Set([...latin, ...chinese]);
}

const knowledgeHint = /knowledge|technical|method|rigor|accuracy|goods|compliance/i;

/**
 * The dimension of a position's model that a question belongs to: one of the wished codes where the model
 * has it; else the one whose words share most with `text`; knowledge questions lean to dimensions about
 * knowledge. Where nothing is shared, the one with the most weight. HR can choose another.
 */
export function dimensionFor(
  model: CompetencyModel,
  text: string,
  wish: { codes?: readonly string[]; knowledge?: boolean } = {},
): string {
  const wished = wish.codes?.find((code) => model.dimensions.some((one) => one.code === code));
  if (wished !== undefined) return wished;
  const wanted = parts(text);
  const scored = model.dimensions.map((one) => {
    const said = [one.name.zh, one.definition.zh, ...one.anchors.map(({ text: t }) => t.zh)];
    const shared = [...parts(said.join('\n'))].filter((part) => wanted.has(part)).length;
    const lean = wish.knowledge === true && knowledgeHint.test(one.code) ? 3 : 0;
    return { code: one.code, points: shared + lean + one.weight };
  });
  return scored.sort((a, b) => b.points - a.points)[0]?.code ?? '';
}
