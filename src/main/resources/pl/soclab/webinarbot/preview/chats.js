// The list of chats at the side, on phones at the top.
import { make } from './messages.js';

const list = document.getElementById('chats');

/** Draws the list; `open` is called with the id of a chat that is chosen. How many are unread. */
export function draw(chats, openId, open) {
  const focused = list.contains(document.activeElement);
  list.replaceChildren(...chats.map((chat) => entry(chats, chat, chat.id === openId, open)));
  if (focused) {
    list.querySelector('[aria-current]')?.focus();
  }
  return chats.reduce((sum, chat) => sum + chat.unread, 0);
}

/** The classes of a chat's picture: neighbours differ in colour. */
export function avatar(chats, chat) {
  return 'avatar c' + (chats.indexOf(chat) % 4);
}

function entry(chats, chat, current, open) {
  const last = chat.messages.at(-1);
  const button = make('button', { type: 'button', 'aria-current': current ? 'true' : null },
    make('span', { class: avatar(chats, chat), 'aria-hidden': 'true' }, chat.title.slice(0, 1)),
    make('span', { class: 'names' },
      make('span', { class: 'name' },
        make('strong', {}, chat.title),
        chat.label ? make('span', { class: 'mark' }, chat.label) : null),
      make('small', {}, chat.private ? '' : 'grupa · ', last ? preview(last) : 'jeszcze nic')),
    chat.unread ? badge(chat.unread) : null);
  button.addEventListener('click', () => open(chat.id));
  return make('li', {}, button);
}

function badge(unread) {
  return make('span', { class: 'badge' }, String(unread), make('span', { class: 'hidden' }, ' nieprzeczytane'));
}

function preview(message) {
  const text = message.text ?? message.caption ?? message.document?.file_name
    ?? (message.sticker ? 'naklejka' : message.photo ? 'zdjęcie' : message.voice ? 'nagranie' : 'lokalizacja');
  return (message.from.is_bot ? 'Bot: ' : '') + text.slice(0, 60);
}
