import { useEffect, useRef } from 'preact/hooks';
import { presentationWords as words } from '../../format/strings/presentation';
import { usePage } from '../context';
import { addressMaker, pageAddress } from './ownAddress';
import styles from './WayOut.module.css';

/** Out of a page that embeds this one: the same, in a window of its own. The address is made when somebody reaches for it. */
export function WayOut() {
  const page = usePage();
  const link = useRef<HTMLAnchorElement>(null);
  const make = useRef(pageAddress);
  // At once, in the event itself: the browser follows the address that stands there when the event is over.
  const renew = () => {
    if (link.current) link.current.href = make.current();
  };
  useEffect(() => {
    void addressMaker(page).then((made) => {
      make.current = made;
      renew();
    });
  }, [page]);
  return (
    <a
      ref={link}
      class={styles.out}
      data-part="window"
      href={pageAddress()}
      target="_blank"
      rel="noopener"
      title={words.ownWindowHint}
      aria-label={words.ownWindow}
      onPointerEnter={renew}
      onPointerDown={renew}
      onFocus={renew}
      onClick={renew}
    >
      {words.ownWindow}&nbsp;
      <span aria-hidden="true">↗</span>
    </a>
  );
}
