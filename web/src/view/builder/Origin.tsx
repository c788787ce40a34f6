import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { builderWords as words } from '../../format/strings/builder';
import fields from '../edit/SettingField.module.css';
import styles from './Builder.module.css';
import { originOf } from './originOf';

/** The site that the page may talk to. Its script names it by itself; a frame does not. */
export function Origin({ address }: { address: Signal<string> }) {
  const id = useId();
  const wrong = address.value.trim() !== '' && originOf(address.value) === undefined;
  return (
    <div class={styles.row}>
      <label class={`${fields.setting} ${styles.site}`}>
        {words.origin}{' '}
        <input
          type="text"
          inputMode="url"
          spellcheck={false}
          placeholder="https://course.example"
          aria-invalid={wrong}
          aria-describedby={id}
          value={address.value}
          onInput={({ currentTarget }) => {
            address.value = currentTarget.value;
          }}
        />
      </label>
      <small id={id} role="status">
        {wrong ? words.noOrigin : words.originHint}
      </small>
    </div>
  );
}
