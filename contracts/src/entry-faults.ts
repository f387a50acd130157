// Without zod: the mini-app says the same while one types.

/** Why what is known of a person is not enough, or not right. */
export const entryFaultNames = ['noName', 'noContact', 'phone', 'email'] as const;
export type EntryFault = (typeof entryFaultNames)[number];

/** How somebody is reached, as it was typed. */
export interface Entered {
  name: string;
  phone: string;
  email: string;
}

const digitsOf = (phone: string) => phone.normalize('NFKC').replace(/\D/g, '').length;

function phoneFault({ phone, email }: Entered): EntryFault | undefined {
  if (phone.trim() === '') {
    return email.trim() === '' ? 'noContact' : undefined;
  }
  const digits = digitsOf(phone);
  return digits < 5 || digits > 20 ? 'phone' : undefined;
}

/** What is wrong, by field; a missing number and a missing address are said at the number. */
export function entryFaults(entered: Entered): Partial<Record<keyof Entered, EntryFault>> {
  const email = entered.email.trim();
  const found = {
    name: entered.name.trim() === '' ? ('noName' as const) : undefined,
    phone: phoneFault(entered),
    email: email !== '' && !/^\S+@\S+\.\S+$/.test(email) ? ('email' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== undefined));
}
