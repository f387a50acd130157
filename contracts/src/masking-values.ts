/** Who somebody is, hidden from those who judge: from everybody always, until a person asks for it, or never. */
export const maskModes = ['off', 'byDefault', 'always'] as const;

/** Why somebody needs to know who it is. */
export const unmaskReasons = ['contact', 'meeting', 'documents', 'mixUp', 'other'] as const;
