/** Why a backup is not made or not restored: one sentence in Chinese and English. Nothing was changed. */
export class BackupRefused extends Error {}
