import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { lessonWords as words } from '../../format/strings/lesson';
import { presentation, widthBeside } from '../presentation/presentation';
import { CopyLink } from './CopyLink';
import styles from './Lesson.module.css';
import type { Lessons } from './lessons';
import type { OpenLesson } from './opened';
import { Blocks } from './Text';
import { LessonProvider } from './useLesson';

/** The lesson beside the page: a column at its left, or where there is no room for one a card above, which can be folded. */
export function LessonCard({ lessons }: { lessons: Lessons }) {
  const now = lessons.open.value;
  return now ? (
    <LessonProvider value={lessons}>
      <Card now={now} lessons={lessons} />
    </LessonProvider>
  ) : null;
}

function Card({ now, lessons }: { now: OpenLesson; lessons: Lessons }) {
  const { lesson, page, by } = now;
  const { title, lang } = lesson;
  const pages = lesson.pages.length;
  const folded = useSignal(false);
  const card = useRef<HTMLElement>(null);
  const around = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const count = useRef<HTMLParagraphElement>(null);
  useWidthBeside(card);
  /** The focus goes to where lessons come from. */
  const close = () => {
    document.querySelector<HTMLElement>('button[data-part="lessons"]')?.focus();
    void lessons.close();
  };
  useEffect(() => {
    for (const { current } of [around, text]) current?.scrollTo(0, 0);
    if (by !== 'reader') return;
    folded.value = false;
    const focus = () => (heading.current ?? count.current)?.focus();
    // Under a dialog nothing takes the focus.
    const dialog = document.querySelector('dialog[open]');
    if (dialog) dialog.addEventListener('close', focus, { once: true });
    else focus();
  }, [lesson, page, by]);
  return (
    <section
      ref={card}
      class={`card ${styles.lesson}`}
      aria-label={words.label(title)}
      data-part="lesson"
      data-folded={folded.value}
    >
      <header class={styles.head}>
        <h2>
          {title === '' || title === page.title ? (
            <span class={styles.word}>{words.untitled}</span>
          ) : (
            <b lang={lang}>{title}</b>
          )}
        </h2>
        <span class={styles.brief} aria-hidden="true">
          {words.pageShort(page.number, pages)}
        </span>
        <button
          type="button"
          class={styles.fold}
          aria-expanded={!folded.value}
          aria-label={folded.value ? words.unfold : words.fold}
          title={folded.value ? words.unfold : words.fold}
          onClick={() => {
            folded.value = !folded.value;
          }}
        >
          <span aria-hidden="true">{folded.value ? '▾' : '▴'}</span>
        </button>
        <button type="button" aria-label={words.close} title={words.close} onClick={close}>
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <div ref={around} class={styles.unfolded} hidden={folded.value}>
        <div ref={text} class={styles.text} lang={lang} dir="auto" key={`${lesson.title} ${page.number}`}>
          <Blocks of={page.blocks} heading={heading} />
          {page.number === 1 && <Origin {...lesson} />}
          {page.number === 1 && !presentation.value?.embed && <CopyLink source={now.source} />}
        </div>
        <footer class={styles.foot}>
          <button
            type="button"
            aria-label={words.previousPage}
            disabled={page.number === 1}
            onClick={() => void lessons.turn(page.number - 1, 'reader')}
          >
            ‹ <span>{words.previous}</span>
          </button>
          <p ref={count} tabIndex={-1} role="status">
            {words.page(page.number, pages)}
          </p>
          {page.number < pages ? (
            <button
              type="button"
              class={lessons.question.value ? '' : 'primary'}
              aria-label={words.nextPage}
              onClick={() => void lessons.turn(page.number + 1, 'reader')}
            >
              <span>{words.next}</span> ›
            </button>
          ) : (
            <button type="button" class={lessons.question.value ? '' : 'primary'} title={words.close} onClick={close}>
              {words.done}
            </button>
          )}
        </footer>
        <span class={styles.way} aria-hidden="true">
          <span style={{ width: `${(100 * page.number) / pages}%` }} />
        </span>
      </div>
    </section>
  );
}

/** Whose it is. */
function Origin({ author, licence }: { author?: string; licence?: string }) {
  const parts = [...(author ? [words.by(author)] : []), ...(licence ? [licence] : [])];
  return parts.length > 0 ? <p class={styles.origin}>{parts.join(' · ')}</p> : null;
}

/** Between the column and the rest, in pixels. */
const gap = 12;

/** Tells the page how much room is taken from the network; above it, none. */
function useWidthBeside(card: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const el = card.current;
    const around = el?.parentElement;
    if (!el || !around) return;
    const observer = new ResizeObserver(() => {
      const isColumn = el.offsetWidth < 0.6 * around.clientWidth;
      widthBeside.value = isColumn ? el.offsetWidth + gap : 0;
    });
    observer.observe(el);
    observer.observe(around);
    return () => observer.disconnect();
  }, [card]);
}
