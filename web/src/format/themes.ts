/** How the page can look: as the system asks, light, dark, for a washed-out projector. */
export const themes = ['auto', 'light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];
