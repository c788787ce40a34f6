import type { PageState } from '../context';

/** Where the page itself is, without what the present visit asked of it. */
export const pageAddress = (): string => location.href.replace(/[?#].*$/, '');

/** What makes, at any later moment, the address that opens what is on screen then. */
export async function addressMaker(page: PageState): Promise<() => string> {
  const [{ kept }, { fragmentFor }] = await Promise.all([page.arrival(), import('../../scenario/link/encode')]);
  return () => pageAddress() + fragmentFor(kept().bookmark);
}
