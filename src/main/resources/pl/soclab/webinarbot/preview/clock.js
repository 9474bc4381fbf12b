// The preview's clock: shows it running on and moves it.
import { act } from './server.js';

const box = document.getElementById('clock');
const now = document.getElementById('clock-now');
const to = document.getElementById('clock-to');

let zone = 'Europe/Warsaw';
let ahead = 0;

/** The preview's instant, in milliseconds. */
export function instant() {
  return Date.now() + ahead;
}

/** Sets what the server's clock says. */
export function set(milliseconds, itsZone) {
  zone = itsZone ?? zone;
  ahead = milliseconds - Date.now();
  show();
}

/** "9:05" in the preview's zone. */
export function hour(milliseconds) {
  return format(milliseconds, { hour: 'numeric', minute: '2-digit' });
}

/** "środa, 16 lutego 2022" in the preview's zone. */
export function day(milliseconds) {
  return format(milliseconds, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

function format(milliseconds, options) {
  return new Intl.DateTimeFormat('pl-PL', { timeZone: zone, ...options }).format(milliseconds);
}

function show() {
  const at = instant();
  now.dateTime = new Date(at).toISOString();
  now.textContent = format(at, {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit',
  });
}

/** What a datetime-local field takes: the local time in the preview's zone. */
function local(milliseconds) {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return shown.format(milliseconds).replace(' ', 'T');
}

/** Wires the controls; `problem` shows an error. */
export function start(problem) {
  const move = (what) => act('clock', what).catch((error) => problem(error.message));
  for (const button of box.querySelectorAll('[data-seconds]')) {
    button.addEventListener('click', () => move({ by: Number(button.dataset.seconds) }));
  }
  document.getElementById('clock-form').addEventListener('submit', (event) => {
    event.preventDefault();
    move({ to: to.value });
  });
  box.addEventListener('toggle', () => {
    if (box.open) {
      to.value = local(instant());
    }
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && box.open) {
      box.open = false;
      box.querySelector('summary').focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (!box.contains(event.target)) {
      box.open = false;
    }
  });
  setInterval(show, 1000);
}
