/** Registers the service worker, and says so when it has a newer version of the page. */
import { render } from 'preact';
import { NewVersion } from './NewVersion';

const { serviceWorker } = navigator;

async function keepOffline(): Promise<void> {
  const registration = await serviceWorker.register(new URL('sw.js', document.baseURI));
  const offerWaiting = () => {
    // Without a controller this is the first visit: nothing is replaced.
    if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
  };
  offerWaiting();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offerWaiting);
  });
  document.addEventListener('visibilitychange', () => {
    // A page that is left open for days. Without a network there is no newer version.
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
}

function offer(waiting: ServiceWorker): void {
  const place = document.getElementById('new-version') ?? document.createElement('div');
  place.id = 'new-version';
  document.body.prepend(place);
  const reload = () => {
    serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('take over');
  };
  render(<NewVersion onReload={reload} onLater={() => place.remove()} />, place);
}

// Where it is refused (no https, a private window), the page works as long as there is a network.
if (serviceWorker) keepOffline().catch(() => {});
