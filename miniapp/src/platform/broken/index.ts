/** Nothing: a mini-program's host tells by the same event of every error, also of those that hurt no page. */
export const sayBroken: (text: string) => void = () => undefined;
