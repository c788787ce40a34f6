/** What is told in words, in one piece to fetch. */
import { meaningOf } from '../../format/meaning';
import { spoken } from '../../format/spoken';
import { linkInWords } from '../../format/words';

export const inWords = { spoken, meaningOf, linkInWords } as const;
