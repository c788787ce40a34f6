import styles from './FileButton.module.css';

/** Asks for a file. The same one may be chosen again: it has perhaps been put right meanwhile. */
export function FileButton({ label, accept, onFile }: { label: string; accept: string; onFile: (file: File) => void }) {
  return (
    <label class={styles.file}>
      {label}
      <input
        type="file"
        accept={accept}
        class="over-label"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
