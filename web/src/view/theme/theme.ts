/** How the page looks: as the system asks, light, dark, or for a washed-out projector. The reader's own choice, not the document's. */
import { effect, signal } from '@preact/signals';
import { type Theme, themes } from '../../format/themes';
import { themeKey } from './themes';

const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

function remembered(): Theme {
  try {
    const value = localStorage.getItem(themeKey);
    return isTheme(value) ? value : 'auto';
  } catch {
    return 'auto';
  }
}

/** Set for this visit; `chooseTheme` keeps it for the next as well. */
export const theme = signal<Theme>(remembered());

export function chooseTheme(next: Theme): void {
  theme.value = next;
  try {
    if (next === 'auto') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, next);
  } catch {
    // Storage may be refused, as in a cross-site frame; then the choice lasts as long as the page.
  }
}

const asSystemAsks = '(prefers-color-scheme: dark)';

/** The style sheets' rules for dark systems. There is one table of dark colours; a chosen theme turns it on or off. */
const darkRules = [...document.styleSheets].flatMap((sheet) =>
  [...sheet.cssRules].filter(
    (rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText === asSystemAsks,
  ),
);

effect(() => {
  const now = theme.value;
  document.documentElement.dataset['theme'] = now;
  for (const { media } of darkRules) {
    media.mediaText = now === 'auto' ? asSystemAsks : now === 'dark' ? 'all' : 'not all';
  }
});
