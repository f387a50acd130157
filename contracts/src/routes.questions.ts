import type {
  BankDetail,
  BankList,
  ListBank,
  RetireBankItem,
  SaveBankItem,
} from './question-bank.js';
import { type ByCode, route } from './route.js';

/** The question bank (题库). */
export const questionRoutes = {
  listBank: route<ListBank, BankList>('GET /api/questions', 'staff', 'The question bank'),
  bankItem: route<ByCode, BankDetail>('GET /api/questions/:code', 'staff', 'One item of the bank'),
  saveBankItem: route<SaveBankItem, BankDetail>(
    'PUT /api/questions/:code',
    'staff',
    'Save an item as a new version',
  ),
  retireBankItem: route<RetireBankItem, BankDetail>(
    'PATCH /api/questions/:code',
    'staff',
    'Take an item out of use, or back',
  ),
} as const;
