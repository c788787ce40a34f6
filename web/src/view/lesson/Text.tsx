/** The text of a lesson: a tree of plain data, drawn; nothing in it is HTML. */
import type { ComponentChildren, Ref } from 'preact';
import type { Block } from '../../lesson/types';
import { Formula } from '../math/Formula';
import { plainTex } from '../math/plainTex';
import { say } from '../math/say';
import { Asked } from './Asked';
import { Inlines } from './Inlines';
import styles from './Lesson.module.css';

/** @param heading of the first heading, which gets the focus when the page is turned */
export function Blocks({ of, heading }: { of: readonly Block[]; heading?: Ref<HTMLHeadingElement> }) {
  const first = of.find((block) => block.kind === 'heading');
  const top = Math.min(...of.map((block) => (block.kind === 'heading' ? block.level : 6)));
  return (
    <>
      {of.map((block, k) => (
        <OneBlock key={k} of={block} top={top} {...(block === first && heading && { heading })} />
      ))}
    </>
  );
}

interface OneBlockProps {
  of: Block;
  /** The highest level of a heading around it. */
  top: number;
  heading?: Ref<HTMLHeadingElement>;
}

function OneBlock({ of, top, heading }: OneBlockProps) {
  switch (of.kind) {
    case 'paragraph': {
      const [only, ...more] = of.children;
      if (only?.kind === 'math' && more.length === 0) return <Display tex={only.tex} />;
      return (
        <p>
          <Inlines of={of.children} />
        </p>
      );
    }
    case 'heading':
      return (
        <Heading level={of.level - top} {...(heading && { heading })}>
          <Inlines of={of.children} />
        </Heading>
      );
    case 'list': {
      const items = of.items.map((item, k) => (
        <li key={k}>
          <Item of={item} />
        </li>
      ));
      return of.start === undefined ? <ul>{items}</ul> : <ol start={of.start}>{items}</ol>;
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks of={of.children} />
        </blockquote>
      );
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than its place is scrolled by keys
        <pre tabIndex={0}>
          <code>{of.text}</code>
        </pre>
      );
    case 'table':
      return <Rows of={of} />;
    case 'math':
      return <Display tex={of.tex} />;
    case 'ask':
      return <Asked ask={of.ask} />;
  }
}

function Rows({ of: { align, head, rows } }: { of: Extract<Block, { kind: 'table' }> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than its place is scrolled by keys
    <div class={styles.rows} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((cell, k) => (
              <th key={k} scope="col" data-align={align[k]}>
                <Inlines of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, k) => (
            <tr key={k}>
              {row.map((cell, at) => (
                <td key={at} data-align={align[at]}>
                  <Inlines of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A formula in a line of its own. */
const Display = ({ tex }: { tex: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than its place is scrolled by keys
  <p class={styles.math} tabIndex={0}>
    <Formula tex={`\\displaystyle ${tex}`} words={say.value(plainTex(tex))} />
  </p>
);

/** An item with nothing but a line stands without the space of a paragraph. */
function Item({ of }: { of: readonly Block[] }) {
  const [only, ...more] = of;
  return only?.kind === 'paragraph' && more.length === 0 ? <Inlines of={only.children} /> : <Blocks of={of} />;
}

/** Below the lesson's title, which is a second heading of the page. */
function Heading({
  level,
  heading,
  children,
}: {
  /** 0 = the highest of the page. */
  level: number;
  heading?: Ref<HTMLHeadingElement>;
  children: ComponentChildren;
}) {
  const Tag = (['h3', 'h4', 'h5', 'h6'] as const)[Math.min(level, 3)] ?? 'h3';
  return heading ? (
    <Tag ref={heading} tabIndex={-1}>
      {children}
    </Tag>
  ) : (
    <Tag>{children}</Tag>
  );
}
