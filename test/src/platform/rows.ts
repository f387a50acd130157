/** A row of the table `setting`, to write where a test needs any row at all. */
export function settingRow(companyId: string, name: string, value = 0) {
  return { companyId, name, value, changedBy: null, changedAt: 0 };
}
