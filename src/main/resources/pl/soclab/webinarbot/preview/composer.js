// Where a resident writes: text, commands, files, answers and corrections.
import { act, upload } from './server.js';
import { make } from './messages.js';

const byId = (id) => document.getElementById(id);
const [form, text, commands, things, context, asWho] =
  ['form', 'text', 'commands', 'things', 'context', 'as-who'].map(byId);

let chat = null;
let replyTo = null;
let editing = null;
let problem = () => {};

/** Wires the form; `show` shows an error. */
export function start(show) {
  problem = show;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  text.addEventListener('keydown', onKey);
  text.addEventListener('input', () => {
    grow();
    listCommands(/^\/\w*$/.test(text.value) ? text.value.slice(1) : null);
  });
  byId('commands-open').addEventListener('click', () => {
    listCommands(commands.hidden ? '' : null);
    commands.querySelector('button')?.focus();
  });
  byId('things-open').addEventListener('click', () => open(things, things.hidden));
  things.addEventListener('click', (event) => sendThing(event.target.closest('button')?.dataset.thing));
  byId('file').addEventListener('change', (event) => sendFile(event.target));
  byId('context-close').addEventListener('click', () => forget());
  form.addEventListener('keydown', onMenuKey);
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target)) {
      closeMenus();
    }
  });
}

/** Shows the composer of a chat; drops what was begun in another. */
export function show(itsChat) {
  if (chat?.id !== itsChat.id) {
    forget();
    text.value = '';
    grow();
    closeMenus();
    asWho.replaceChildren(...itsChat.members.map((who) => make('option', { value: who.id }, who.name)));
  }
  chat = itsChat;
  byId('as').hidden = chat.private;
  byId('commands-open').hidden = chat.commands.length === 0;
}

/** Whoever writes in the open chat. */
export function writer() {
  return chat.private ? chat.members[0].id : Number(asWho.value);
}

/** Begins an answer to a message. */
export function reply(message) {
  forget();
  replyTo = message.message_id;
  remember('Odpowiedź na: ' + (message.text ?? message.caption ?? 'wiadomość'));
}

/** Begins a correction of an own message. */
export function edit(message) {
  forget();
  editing = message.message_id;
  text.value = message.text;
  grow();
  remember('Poprawiasz: ' + message.text);
}

/** Says something at once, e.g. a command that was tapped; whether that went well. */
export function say(words) {
  return attempt(() => act('say', { chat: chat.id, from: writer(), text: words }));
}

export function focus() {
  text.focus();
}

function remember(words) {
  context.firstElementChild.textContent = words;
  context.hidden = false;
  text.focus();
}

function forget() {
  replyTo = null;
  editing = null;
  context.hidden = true;
}

async function send() {
  const words = text.value;
  if (!words.trim()) {
    return;
  }
  const [answered, corrected] = [replyTo, editing];
  text.value = '';
  grow();
  forget();
  closeMenus();
  const done = await attempt(() => (corrected
    ? act('edit', { chat: chat.id, message: corrected, text: words })
    : act('say', { chat: chat.id, from: writer(), text: words, replyTo: answered ?? 0 })));
  if (!done && !text.value) {
    text.value = words;
    grow();
  }
}

async function attempt(action) {
  try {
    await action();
    return true;
  } catch (error) {
    problem(error.message);
    return false;
  }
}

function onKey(event) {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  } else if (event.key === 'ArrowDown' && !commands.hidden) {
    event.preventDefault();
    commands.querySelector('button').focus();
  } else if (event.key === 'Escape' && commands.hidden && things.hidden) {
    forget();
  }
}

/** Arrows walk through an open menu, Escape closes it. */
function onMenuKey(event) {
  if (event.key === 'Escape' && !(commands.hidden && things.hidden)) {
    const opener = byId(commands.hidden ? 'things-open' : 'commands-open');
    const wasIn = event.target.closest('.commands');
    closeMenus();
    if (wasIn) {
      opener.focus();
    }
    return;
  }
  const menu = event.target.closest('.commands');
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (menu && step) {
    event.preventDefault();
    const buttons = [...menu.querySelectorAll('button')];
    const next = buttons[buttons.indexOf(event.target) + step];
    (next ?? text).focus();
  }
}

/** Lists the commands that begin so; null closes the list. */
function listCommands(beginning) {
  const fitting = beginning === null ? [] : chat.commands.filter(({ command }) => command.startsWith(beginning));
  commands.replaceChildren(...fitting.map(({ command, description }) => {
    const button = make('button', { type: 'button' }, make('b', {}, '/' + command), make('span', {}, description));
    button.addEventListener('click', () => {
      text.value = '';
      grow();
      closeMenus();
      text.focus();
      say('/' + command);
    });
    return make('li', {}, button);
  }));
  open(commands, fitting.length > 0);
}

function open(menu, shown) {
  closeMenus();
  menu.hidden = !shown;
  byId(menu.id + '-open').setAttribute('aria-expanded', String(shown));
  if (shown && menu === things) {
    things.querySelector('button').focus();
  }
}

function closeMenus() {
  for (const menu of [commands, things]) {
    menu.hidden = true;
    byId(menu.id + '-open').setAttribute('aria-expanded', 'false');
  }
}

function sendThing(thing) {
  if (!thing) {
    return;
  }
  closeMenus();
  if (thing === 'file') {
    byId('file').click();
  } else {
    attempt(() => act('send', { chat: chat.id, from: writer(), what: thing }));
  }
  text.focus();
}

async function sendFile(input) {
  const file = input.files[0];
  input.value = '';
  if (file) {
    await attempt(() => upload(chat.id, writer(), file));
  }
}

function grow() {
  text.style.height = 'auto';
  text.style.height = text.scrollHeight + 'px';
}
