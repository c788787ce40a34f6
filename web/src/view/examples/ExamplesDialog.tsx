import { exactText } from '../../format/number';
import { exampleWords } from '../../format/strings/examples';
import { type PresetId, presets } from '../../scenario/presets';
import { bookmarkOf } from '../../scenario/start';
import choices from '../Choices.module.css';
import { usePage } from '../context';
import { Dialog } from '../Dialog';
import { answered } from '../welcome/welcomed';
import { lookFor } from './lookFor';

const ids = Object.keys(presets) as PresetId[];

/** The built-in networks, each with one sentence on what to look for. */
export function ExamplesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const take = (id: PresetId) => {
    playground.open({ ...bookmarkOf(presets[id]), notation: playground.notation.value });
    lookFor.value = { title: presets[id].title ?? '', say: exampleWords.look[id] };
    answered.value = undefined;
    onClose();
  };
  return (
    <Dialog heading={exampleWords.heading} open={open} onClose={onClose}>
      <p>{exampleWords.lead}</p>
      <ul class={choices.choices}>
        {ids.map((id) => (
          <li key={id}>
            <button type="button" onClick={() => take(id)}>
              <b>{presets[id].title}</b>
              <span>{exampleWords.look[id](notation.cost, notation.rate, (x) => exactText(x, notation))}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
