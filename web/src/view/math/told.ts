/** What is told in words, in one piece to fetch. */
import { meaningOf } from '../../format/meaning';
import { spoken } from '../../format/spoken';
import { linkWords } from '../../format/words';

export const told = { spoken, meaningOf, linkWords } as const;
