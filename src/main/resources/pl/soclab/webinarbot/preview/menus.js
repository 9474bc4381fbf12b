// The two menus over the text field: the bot's commands, and what else can be sent.
import { make } from './messages.js';

const byId = (id) => document.getElementById(id);
const [form, text, commands, things] = ['form', 'text', 'commands', 'things'].map(byId);

/**
 * Wires the menus; `on` holds list(), which gives the commands of the open chat, and what a choice
 * does: command(name), thing(name).
 */
export function start(on) {
  const listen = (beginning) => list(on, beginning);
  text.addEventListener('input', () => listen(/^\/\w*$/.test(text.value) ? text.value.slice(1) : null));
  text.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && !commands.hidden) {
      event.preventDefault();
      commands.querySelector('button').focus();
    }
  });
  byId('commands-open').addEventListener('click', () => {
    listen(commands.hidden ? '' : null);
    commands.querySelector('button')?.focus();
  });
  byId('things-open').addEventListener('click', () => {
    open(things, things.hidden);
    things.querySelector('button').focus();
  });
  things.addEventListener('click', (event) => {
    const thing = event.target.closest('button')?.dataset.thing;
    if (thing) {
      close();
      on.thing(thing);
    }
  });
  form.addEventListener('keydown', onKey);
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target)) {
      close();
    }
  });
}

/** Whether one of them is open. */
export function anyOpen() {
  return !(commands.hidden && things.hidden);
}

export function close() {
  for (const menu of [commands, things]) {
    menu.hidden = true;
    byId(menu.id + '-open').setAttribute('aria-expanded', 'false');
  }
}

/** Arrows walk through an open menu, Escape closes it. */
function onKey(event) {
  const menu = event.target.closest('.commands');
  if (event.key === 'Escape' && anyOpen()) {
    const opener = byId(commands.hidden ? 'things-open' : 'commands-open');
    close();
    if (menu) {
      opener.focus();
    }
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (menu && step) {
    event.preventDefault();
    const buttons = [...menu.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(event.target) + step];
    (next ?? text).focus();
  }
}

/** Lists the commands that begin so; null closes the list. */
function list(on, beginning) {
  const fitting = beginning === null ? [] : on.list().filter(({ command }) => command.startsWith(beginning));
  commands.replaceChildren(...fitting.map(({ command, description }) => {
    const button = make('button', { type: 'button' }, make('b', {}, '/' + command), make('span', {}, description));
    button.addEventListener('click', () => {
      close();
      on.command(command);
    });
    return make('li', {}, button);
  }));
  open(commands, fitting.length > 0);
}

function open(menu, shown) {
  close();
  menu.hidden = !shown;
  byId(menu.id + '-open').setAttribute('aria-expanded', String(shown));
}
