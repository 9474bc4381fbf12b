// The chat page: holds the state, draws the open chat, listens for changes.
import * as server from './server.js';
import * as chats from './chats.js';
import * as clock from './clock.js';
import * as composer from './composer.js';
import { bubble, dayLine, onOtherDay } from './messages.js';

/** How long Telegram shows that a bot types. */
const TYPING = 5000;

/** How long a pressed button looks busy while the bot says nothing. */
const PATIENCE = 10000;

const byId = (id) => document.getElementById(id);
const [live, log, scroll, toast] = ['live', 'log', 'scroll', 'toast'].map(byId);

let state = null;
let openId = null;
let source = null;
let toastTimer = 0;
const typing = new Map();
const pressed = new Map();
const answered = new Set();
const payload = () => new URLSearchParams(location.search).get('start');

const chatOf = (id) => state.chats.find((chat) => chat.id === id);
const opened = () => chatOf(openId);

/** Loads all and listens from there on. */
async function load() {
  const loaded = await server.state();
  const unread = new Map((state?.chats ?? []).map((chat) => [chat.id, chat.unread]));
  state = loaded;
  state.chats.forEach((chat) => { chat.unread = unread.get(chat.id) ?? 0; });
  clock.set(state.clock.now, state.zone);
  byId('bot-name').textContent = state.bot.name;
  showBanner();
  if (!opened()) {
    const wanted = decodeURIComponent(location.hash.slice(1)).toLowerCase();
    openId = (state.chats.find((chat) => chat.title.toLowerCase() === wanted) ?? state.chats[0]).id;
  }
  draw();
  listen();
}

function listen() {
  source?.close();
  source = server.listen(state.run, state.last, {
    message: onMessage,
    deleted: onDeleted,
    typing: ({ chat }) => showTyping(chat),
    pressed: onPressed,
    blocked: onBlocked,
    clock: ({ now }) => { clock.set(now); say('Zegar podglądu: ' + clock.day(now) + ', ' + clock.hour(now)); },
    commands: load,
    chats: load,
    profile: load,
    reload: load,
    back: () => { byId('lost').hidden = true; },
    lost: () => { byId('lost').hidden = false; },
  });
}

function onMessage({ chat: id, message }) {
  const chat = chatOf(id);
  const place = chat.messages.findIndex((old) => old.message_id === message.message_id);
  const fresh = place < 0;
  fresh ? chat.messages.push(message) : chat.messages.splice(place, 1, message);
  chat.known ||= !message.from.is_bot;
  if (message.from.is_bot) {
    stopTyping(id);
  }
  if (id !== openId) {
    chat.unread += fresh && message.from.is_bot ? 1 : 0;
  } else if (fresh) {
    append(chat, message);
  } else {
    const old = log.querySelector(`[data-id="${message.message_id}"]`);
    keepFocus(old, () => old?.replaceWith(bubble(message, chat, on)));
  }
  drawList();
  drawHead();
}

/** A message that changes under a focused button must not throw the focus to the page's top. */
function keepFocus(element, change) {
  const held = element?.contains(document.activeElement);
  change();
  if (held) {
    scroll.focus({ preventScroll: true });
  }
}

function onDeleted({ chat: id, id: messageId }) {
  const chat = chatOf(id);
  chat.messages = chat.messages.filter((message) => message.message_id !== messageId);
  if (id === openId) {
    const old = log.querySelector(`[data-id="${messageId}"]`);
    keepFocus(old, () => old?.remove());
  }
  drawList();
}

function onBlocked({ chat, blocked }) {
  chatOf(chat).blocked = blocked;
  const held = document.activeElement;
  drawHead();
  if (chat === openId && held !== document.body && !held.checkVisibility()) {
    byId(blocked ? 'unblock' : 'text').focus();
  }
}

function onPressed({ query, text, alert }) {
  const button = pressed.get(query);
  button ? button.removeAttribute('aria-busy') : answered.add(query);
  pressed.delete(query);
  if (alert && text) {
    byId('alert-text').textContent = text;
    byId('alert').showModal();
  } else if (text) {
    say(text);
  }
}

/** What the parts of a message do. */
const on = {
  async press(message, key, button) {
    try {
      button.setAttribute('aria-busy', 'true');
      const { query } = await server.act('press', {
        chat: openId, from: composer.writer(), message: message.message_id, data: key.callback_data,
      });
      // The answer may have overtaken the number of its question.
      if (answered.delete(query)) {
        button.removeAttribute('aria-busy');
      } else {
        pressed.set(query, button);
        setTimeout(() => button.removeAttribute('aria-busy'), PATIENCE);
      }
    } catch (error) {
      button.removeAttribute('aria-busy');
      say(error.message);
    }
  },
  command: (text) => composer.say(text),
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      say('Skopiowano: ' + text);
    } catch {
      say('Przeglądarka nie pozwala kopiować.');
    }
  },
  reply: (message) => composer.reply(message),
  edit: (message) => composer.edit(message),
};

function append(chat, message) {
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  const last = chat.messages.at(-2);
  if (onOtherDay(last, message)) {
    log.append(dayLine(message));
  }
  log.append(bubble(message, chat, on));
  if (atEnd || !message.from.is_bot) {
    toEnd();
  } else {
    byId('newer').hidden = false;
  }
}

function toEnd() {
  scroll.scrollTop = scroll.scrollHeight;
  byId('newer').hidden = true;
}

function draw() {
  const chat = opened();
  chat.unread = 0;
  // What was said before is not read out when a chat is opened.
  live.setAttribute('aria-live', 'off');
  log.replaceChildren(...chat.messages.flatMap((message, i) => [
    ...(onOtherDay(chat.messages[i - 1], message) ? [dayLine(message)] : []),
    bubble(message, chat, on),
  ]));
  setTimeout(() => live.setAttribute('aria-live', 'polite'), 300);
  drawList();
  drawHead();
  toEnd();
}

function drawList() {
  const unread = chats.draw(state.chats, openId, openChat);
  document.title = (unread ? `(${unread}) ` : '') + state.bot.name + ' – podgląd';
}

function openChat(id) {
  openId = id;
  history.replaceState(null, '', location.search + '#' + encodeURIComponent(opened().title.toLowerCase()));
  draw();
}

function drawHead() {
  const chat = opened();
  const fresh = chat.private && !chat.known;
  byId('chat-title').textContent = chat.title;
  const face = byId('chat-avatar');
  face.textContent = chat.title.slice(0, 1);
  face.className = chats.avatar(state.chats, chat);
  drawStatus();
  byId('block').hidden = fresh;
  byId('block').textContent = chat.private
    ? (chat.blocked ? 'Odblokuj bota' : 'Zablokuj bota') : (chat.blocked ? 'Dodaj bota' : 'Usuń bota');
  byId('welcome').hidden = chat.messages.length > 0;
  byId('welcome').querySelector('h3').textContent = state.bot.name;
  byId('welcome').querySelector('p').textContent = chat.private
    ? state.bot.description || 'To ten sam bot, którego mieszkańcy zobaczą w Telegramie. Naciśnij „Rozpocznij”.'
    : `W grupie napisz polecenie albo zacznij od @${state.bot.username}. Innych wiadomości bot nie słyszy.`;
  const begins = chat.private && !chat.blocked && (fresh || payload() !== null);
  byId('start').hidden = !begins;
  byId('unblock').hidden = !(chat.private && chat.blocked);
  byId('form').hidden = begins || (chat.private && chat.blocked);
  composer.show(chat);
}

function drawStatus() {
  const chat = opened();
  const types = typing.has(openId);
  byId('typing').hidden = !types;
  byId('chat-status').textContent = types ? 'Bot pisze' : chat.blocked
    ? (chat.private ? 'bot zablokowany' : 'bot usunięty z grupy')
    : chat.private ? (chat.label ? chat.label + ' · ' : '') + 'rozmowa z botem' : chat.members.map((who) => who.name).join(', ') + ' i bot';
  if (types && scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120) {
    toEnd();
  }
}

function showTyping(id) {
  clearTimeout(typing.get(id));
  typing.set(id, setTimeout(() => stopTyping(id), TYPING));
  drawStatus();
}

function stopTyping(id) {
  clearTimeout(typing.get(id));
  typing.delete(id);
  drawStatus();
}

function say(words) {
  toast.textContent = words;
  toast.classList.add('shown');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove('shown'), 4000);
}

function showBanner() {
  const seen = sessionStorage.getItem('banner') === state.run;
  byId('banner').hidden = seen || !state.banner;
  byId('banner').querySelector('p').textContent = state.banner;
}

async function begin() {
  const start = payload();
  const words = start ? '/start ' + start : '/start';
  if (await composer.say(words)) {
    history.replaceState(null, '', '/' + location.hash);
    opened().known = true;
    drawHead();
    composer.focus();
  }
}

const block = () => server.act('block', { chat: openId, blocked: !opened().blocked }).catch((error) => say(error.message));

byId('start').addEventListener('click', begin);
byId('block').addEventListener('click', block);
byId('unblock').addEventListener('click', block);
byId('newer').addEventListener('click', toEnd);
byId('banner-close').addEventListener('click', () => {
  sessionStorage.setItem('banner', state.run);
  byId('banner').hidden = true;
  byId('chat-title').focus();
});
clock.start(say);
composer.start(say);
load().catch((error) => say(error.message));
