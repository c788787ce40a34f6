/** Text within a line: what a lesson's words, options and questions are made of. */
import { lessonWords as words } from '../../format/strings/lesson';
import type { Inline } from '../../lesson/types';
import { Formula } from '../math/Formula';
import { plainTex } from '../math/plainTex';
import { Sentence } from '../math/Sentence';
import { say } from '../math/say';
import styles from './Lesson.module.css';
import { Live } from './Live';
import { useLesson } from './useLesson';

export function Inlines({ of }: { of: readonly Inline[] }) {
  return (
    <>
      {of.map((inline, k) => (
        <OneInline key={k} of={inline} />
      ))}
    </>
  );
}

/** ∂C/∂w₁, as it is typed. */
const derivative = /(∂[^\s/∂]+\/∂[\p{L}\p{N}\p{No}⁽⁾]+)/u;

/** Text as it is; a derivative in it stays in one line, and ears hear it in words. */
function Words({ of }: { of: string }) {
  const parts = of.split(derivative);
  if (parts.length === 1) return <>{of}</>;
  return (
    <>
      {parts.map((part, k) =>
        k % 2 === 0 ? (
          part
        ) : (
          <span key={k} class={styles.whole}>
            <Sentence>{part}</Sentence>
          </span>
        ),
      )}
    </>
  );
}

function OneInline({ of }: { of: Inline }) {
  const { follow } = useLesson();
  switch (of.kind) {
    case 'text':
      return <Words of={of.text} />;
    case 'emphasis':
      return (
        <em>
          <Inlines of={of.children} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines of={of.children} />
        </strong>
      );
    case 'code':
      return <code>{of.text}</code>;
    case 'math':
      return <Formula tex={of.tex} words={say.value(plainTex(of.tex))} />;
    case 'quantity':
      return <Live of={of.quantity} />;
    case 'break':
      return <br />;
    case 'link':
      return of.href.startsWith('#') ? (
        <a
          href={of.href}
          onClick={(event) => {
            event.preventDefault();
            void follow(of.href);
          }}
        >
          <Inlines of={of.children} />
        </a>
      ) : (
        <a href={of.href} target="_blank" rel="noopener noreferrer" title={words.outside}>
          <Inlines of={of.children} />
        </a>
      );
  }
}
