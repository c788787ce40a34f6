import { render } from 'preact';

const app = document.getElementById('app');
if (app) render(<h1>Backpropagation playground</h1>, app);
