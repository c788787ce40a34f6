/** The words of a newer version of the page. */
export const offlineWords = {
  ready: 'A newer version is here; your work stays.',
  reload: 'Reload',
  later: 'Later',
} as const;
