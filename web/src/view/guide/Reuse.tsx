import { guideWords as words } from '../../format/strings/guide';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { includesPart } from './finds';
import { useNames } from './useNames';

/** Another weight is explained: which links stay. */
export function Reuse() {
  const { playground, guide, links } = usePage();
  const { cost, name, link } = useNames();
  const scene = guide.scene.value;
  if (scene.kind !== 'reuse') return null;
  const kept = links.value.filter((f) => includesPart(scene.before, f));
  const another = kept.length < scene.before.length;
  return (
    <>
      <span>
        <Sentence>
          {another && kept.length > 0
            ? words.kept(kept.map(link).join(', '), cost)
            : words.choose(name(playground.pick.value))}
        </Sentence>
      </span>
      <button type="button" onClick={() => guide.show({ kind: 'predict' })}>
        {words.goOn}
      </button>
    </>
  );
}
