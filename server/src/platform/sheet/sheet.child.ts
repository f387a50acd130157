import { answerParent } from '../reading/answer-parent.js';
import { readCsv } from './csv.reader.js';
import { readXlsx } from './xlsx.reader.js';

const read = process.argv[2] === 'xlsx' ? readXlsx : readCsv;
await answerParent(async (bytes) => read(bytes));
