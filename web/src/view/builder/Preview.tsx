import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isAddressed } from '../../embed/message';
import { builderWords as words } from '../../format/strings/builder';
import { Segments } from '../Segments';
import styles from './Builder.module.css';

const widths = [320, 500, 700, 1000] as const;
export type Width = (typeof widths)[number];

/** The page as it will be inside another one; it says itself how high it is. */
export function Preview({ src, width, height }: { src: string; width: Signal<Width>; height: Signal<number> }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source !== frame.current?.contentWindow || !isAddressed(data) || data['type'] !== 'resize') return;
      if (typeof data['height'] === 'number') height.value = data['height'];
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [height]);
  return (
    <>
      <div class={styles.row}>
        <Segments
          legend={words.width}
          name="embed-width"
          options={widths.map((value) => ({ value, label: `${value} px` }))}
          value={width.value}
          onChange={(value) => {
            width.value = value;
          }}
        />
        <small role="status">{words.height(height.value)}</small>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too */}
      <section class={styles.stage} aria-label={words.preview} tabIndex={0}>
        <iframe
          ref={frame}
          class={styles.frame}
          title={words.preview}
          src={src}
          width={width.value}
          height={height.value}
        />
      </section>
    </>
  );
}
