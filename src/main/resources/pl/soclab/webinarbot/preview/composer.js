// Where a resident writes: text, commands, files, answers and corrections.
import * as attach from './attach.js';
import * as menus from './menus.js';
import { act, upload } from './server.js';
import { make, size } from './messages.js';

const byId = (id) => document.getElementById(id);
const [form, text, context, progress, asWho] = ['form', 'text', 'context', 'progress', 'as-who'].map(byId);

/** Telegram's limits of a message and of what stands under a file. */
const LONGEST = { text: 4096, caption: 1024 };

let chat = null;

/** What the next message will be besides its words; null for nothing but words. */
let begun = null;
let problem = () => {};

/** Wires the form; `show` shows an error. */
export function start(show) {
  problem = show;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  text.addEventListener('keydown', onKey);
  text.addEventListener('input', grow);
  menus.start({ list: () => chat.commands, command: sendCommand, thing: sendThing });
  byId('context-close').addEventListener('click', () => {
    giveUp();
    text.focus();
  });
  attach.start((file) => begin({ kind: 'file', file }), show);
}

/** Shows the composer of a chat; drops what was begun in another. */
export function show(itsChat) {
  if (chat?.id !== itsChat.id) {
    forget();
    text.value = '';
    grow();
    menus.close();
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
  begin({ kind: 'reply', message });
}

/** Begins a correction of an own message. */
export function edit(message) {
  text.value = message.text;
  grow();
  begin({ kind: 'edit', message });
}

/** Says something at once, e.g. a command that was tapped; whether that went well. */
export function say(words) {
  return attempt(() => act('say', { chat: chat.id, from: writer(), text: words }));
}

export function focus() {
  text.focus();
}

function begin(what) {
  begun = what;
  const words = what.message?.text ?? what.message?.caption ?? 'wiadomość';
  context.querySelector('p').textContent = {
    reply: () => 'Odpowiedź na: ' + words,
    edit: () => 'Poprawiasz: ' + words,
    forward: () => 'Do wysłania jako przekazane',
    file: () => `Plik (${size(what.file.size)}): ${what.file.name}`,
  }[what.kind]();
  invite({ file: 'Dodaj podpis', forward: 'Wklej tekst' }[what.kind]);
  text.maxLength = what.kind === 'file' ? LONGEST.caption : LONGEST.text;
  progress.hidden = true;
  context.hidden = false;
  text.focus();
}

function forget() {
  begun = null;
  // Otherwise the field would still be described by it.
  context.querySelector('p').textContent = '';
  invite();
  text.maxLength = LONGEST.text;
  context.hidden = true;
}

function invite(words = 'Napisz wiadomość') {
  text.placeholder = words;
  grow();
}

function giveUp() {
  const what = begun;
  forget();
  what?.upload?.abort();
}

async function send() {
  const [words, what, where] = [text.value, begun, chat.id];
  if (what?.upload || (what?.kind !== 'file' && !words.trim())) {
    return;
  }
  text.value = '';
  grow();
  menus.close();
  if (what?.kind !== 'file') {
    forget();
  }
  const done = await attempt(() => deliver(what, words));
  if (done && begun === what) {
    forget();
  } else if (!done && chat.id === where && !what?.upload?.signal.aborted) {
    restore(what, words);
  }
}

/** What could not be sent is there to be tried again, unless something else was begun. */
function restore(what, words) {
  if (text.value || (begun && begun !== what)) {
    return;
  }
  text.value = words;
  grow();
  if (what) {
    begin({ ...what, upload: null });
  }
}

function deliver(what, words) {
  const from = { chat: chat.id, from: writer() };
  switch (what?.kind) {
    case 'edit':
      return act('edit', { chat: chat.id, message: what.message.message_id, text: words });
    case 'file':
      return deliverFile(what, { ...from, caption: words });
    case 'reply':
      return act('say', { ...from, text: words, replyTo: what.message.message_id });
    case 'forward':
      return act('say', { ...from, text: words, forwarded: true });
    default:
      return act('say', { ...from, text: words });
  }
}

function deliverFile(what, whereTo) {
  what.upload = new AbortController();
  progress.value = 0;
  progress.hidden = false;
  return upload(whereTo, what.file, what.upload.signal, (part) => { progress.value = part; });
}

async function attempt(action) {
  try {
    await action();
    return true;
  } catch (error) {
    if (error.name !== 'AbortError') {
      problem(error.message);
    }
    return false;
  }
}

function onKey(event) {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  } else if (event.key === 'Escape' && !menus.anyOpen()) {
    giveUp();
  }
}

function sendCommand(command) {
  text.value = '';
  grow();
  text.focus();
  say('/' + command);
}

function sendThing(thing) {
  text.focus();
  if (thing === 'file') {
    attach.choose();
  } else if (thing === 'forward') {
    const pasted = text.value.trim();
    begin({ kind: 'forward' });
    if (pasted) {
      send();
    }
  } else {
    attempt(() => act('send', { chat: chat.id, from: writer(), what: thing }));
  }
}

function grow() {
  text.style.height = 'auto';
  text.style.height = text.scrollHeight + 'px';
}
