import { toolWords } from '../../format/strings/tools';
import { Said } from '../edit/Said';
import { tools } from '../network/tools';
import { isHidden } from '../presentation/presentation';
import { Segments } from '../Segments';
import styles from './Tools.module.css';
import { nextZoom } from './zoom';

/** Above the drawing: drawing or table, editing, the examples, and the size of a drawing that is large. */
export function Tools() {
  const face = tools.face.value;
  const zoom = tools.zoom.value;
  return (
    <div class={styles.tools}>
      {face === 'drawing' && !isHidden('diagram') && (tools.crowded.value || zoom !== 1) && <Zoom />}
      {!isHidden('table') && (
        <Segments
          legend={toolWords.face}
          name="face"
          options={(['drawing', 'table'] as const).map((value) => ({ value, label: toolWords.faces[value] }))}
          value={face}
          onChange={(next) => {
            tools.face.value = next;
          }}
        />
      )}
      {!isHidden('edit') && <Toggle of={tools.editing} label={toolWords.edit} hint={toolWords.editHint} />}
      {!isHidden('table') && !isHidden('data') && (
        <Toggle of={tools.examples} label={toolWords.data} hint={toolWords.dataHint} />
      )}
      {face === 'drawing' && tools.beyond.value && <small class={styles.beyond}>{toolWords.beyond}</small>}
      <Said />
    </div>
  );
}

function Toggle({ of, label, hint }: { of: typeof tools.editing; label: string; hint: string }) {
  return (
    <button
      type="button"
      class={of.value ? styles.on : ''}
      aria-expanded={of.value}
      title={hint}
      onClick={() => {
        of.value = !of.value;
      }}
    >
      {label}
    </button>
  );
}

function Zoom() {
  const zoom = tools.zoom.value;
  const set = (next: number) => {
    tools.zoom.value = next;
  };
  const percent = `${Math.round(100 * zoom)} %`;
  return (
    <span class={styles.zoom} role="group" aria-label={toolWords.zoom} title={toolWords.zoomHint}>
      <button type="button" aria-label={toolWords.smaller} onClick={() => set(nextZoom(zoom, -1))}>
        −
      </button>
      <button type="button" class={styles.percent} aria-label={toolWords.actual(percent)} onClick={() => set(1)}>
        {percent}
      </button>
      <button type="button" aria-label={toolWords.larger} onClick={() => set(nextZoom(zoom, 1))}>
        +
      </button>
    </span>
  );
}
