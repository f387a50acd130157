/** What was not known of somebody before: what was sealed with him, and by what he is found now. */
export interface AddedContact {
  phone: boolean;
  email: boolean;
  /** Of the blind index. */
  tokens: string[];
}
