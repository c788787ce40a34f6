/** The browser's storage. It may be refused (in a cross-site frame, a private window) or full: then nothing is kept. */
export interface Shelf {
  readonly available: () => boolean;
  keys(): readonly string[];
  read(key: string): string | undefined;
  /** False where it could not be kept. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
}

/** `open` is asked each time, since already the name of a refused storage throws. */
export function shelfIn(open: () => Storage): Shelf {
  const attempt = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    try {
      return work(open());
    } catch {
      return otherwise;
    }
  };
  return {
    available: () => attempt((storage) => storage.length >= 0, false),
    keys: () =>
      attempt((storage) => Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? ''), [] as string[]),
    read: (key) => attempt((storage) => storage.getItem(key) ?? undefined, undefined),
    write: (key, text) =>
      attempt((storage) => {
        storage.setItem(key, text);
        return true;
      }, false),
    remove: (key) => attempt((storage) => storage.removeItem(key), undefined),
  };
}

/** What outlives the tab, for all tabs together. */
export const shared = shelfIn(() => localStorage);
/** What goes with the tab, for this one alone. */
export const ofTab = shelfIn(() => sessionStorage);
