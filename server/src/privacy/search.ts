/** 11 digits for a mobile number of mainland China with or without its country code; otherwise all digits. */
export function normalPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '').replace(/^00/, '');
  return /^86(1\d{10})$/.exec(digits)?.[1] ?? digits;
}

export function normalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** Pairs of neighbouring letters of a name, without spaces and case: 陈雨桐 has 陈雨 and 雨桐. */
export function nameBigrams(name: string): string[] {
  const letters = [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s·.,]/g, ''),
  ];
  const pairs = letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
  return [...new Set(pairs.length > 0 ? pairs : letters)];
}
