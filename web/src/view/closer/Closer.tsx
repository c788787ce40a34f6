import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { WholeEngine } from '../../engine/engine';
import { closerWords as words } from '../../format/strings/closer';
import { usePage } from '../context';
import { isHidden } from '../presentation/presentation';
import styles from './Closer.module.css';
import { type CloserId, type CloserView, closerIds, loadView } from './closer';

/** A row of questions; each opens a view of its own below, one at a time, so that nudge and chain keep their place. */
export function Closer() {
  const { closer, known } = usePage();
  const open = closer.value;
  /** What the reader opened; anything else was opened by the address or by the page around, which nothing here may scroll. */
  const pressed = useRef<CloserId | undefined>(undefined);
  const ids = closerIds.filter((id) => !isHidden(id));
  if (ids.length === 0) return null;
  return (
    <section aria-label={words.heading}>
      <p class={styles.row}>
        <span aria-hidden="true">{words.lead}</span>
        {ids.map((id) => (
          <button
            key={id}
            type="button"
            class={styles.choice}
            aria-expanded={open === id}
            aria-controls={open === id ? `closer-${id}` : undefined}
            onClick={() => {
              pressed.current = id;
              closer.value = open === id ? undefined : id;
            }}
          >
            <span aria-hidden="true">{open === id ? '▾' : '▸'}</span> {words.names[id]}
          </button>
        ))}
      </p>
      {open &&
        ids.includes(open) &&
        (known.value.update ? (
          <Look key={open} id={open} inSight={pressed.current === open} />
        ) : (
          <p class={styles.later}>{words.later}</p>
        ))}
    </section>
  );
}

/** One open view, and what stands there until it has been fetched. `inSight`: the page moves to it where need be. */
function Look({ id, inSight }: { id: CloserId; inSight: boolean }) {
  const { wholeEngine } = usePage();
  const loaded = useSignal<{ View: CloserView; engine: WholeEngine } | { problem: string } | undefined>(undefined);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    let wanted = true;
    Promise.all([loadView[id](), wholeEngine()])
      .then(([View, engine]) => {
        if (wanted) loaded.value = { View, engine };
      })
      .catch((error: unknown) => {
        if (wanted) loaded.value = { problem: error instanceof Error ? error.message : String(error) };
      });
    return () => {
      wanted = false;
    };
  }, [id, wholeEngine, loaded]);
  const now = loaded.value;
  useEffect(() => {
    if (now && inSight) section.current?.scrollIntoView({ block: 'nearest' });
  }, [now]);
  return (
    <section ref={section} class="card" id={`closer-${id}`} aria-labelledby={`closer-${id}-heading`}>
      <h2 id={`closer-${id}-heading`}>{words.names[id]}</h2>
      {!now && <p role="status">{words.loading}</p>}
      {now && 'problem' in now && <p role="alert">{words.failed(now.problem)}</p>}
      {now && 'View' in now && <now.View engine={now.engine} />}
    </section>
  );
}
