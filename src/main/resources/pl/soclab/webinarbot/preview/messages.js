// Draws messages. Text of others becomes text nodes only, never markup.
import { day, hour } from './clock.js';

/** Builds an element: make('p', {class: 'x'}, 'text', child, ...). */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A line with the day, before the first message of each day. */
export function dayLine(message) {
  return make('li', { class: 'day' }, make('span', {}, day(message.date * 1000)));
}

/** Whether two messages were written on different days, as the preview's zone has it. */
export function onOtherDay(one, other) {
  return !one || day(one.date * 1000) !== day(other.date * 1000);
}

/**
 * A message; `on` holds what its parts do: press(message, button), command(text), copy(text),
 * reply(message), edit(message).
 */
export function bubble(message, chat, on) {
  const mine = !message.from.is_bot;
  const who = mine ? message.from.first_name : 'Bot';
  const time = hour(message.date * 1000);
  const body = make('div', { class: 'bubble' },
    make('p', { class: chat.private || !mine ? 'hidden' : 'author' }, who + ':'),
    forwarded(message),
    quote(message),
    ...content(message, on),
    make('div', { class: 'time' },
      actions(message, mine, on),
      make('span', {},
        message.edit_date ? 'zmieniona, ' : null,
        make('time', { datetime: new Date(message.date * 1000).toISOString() }, time))));
  const item = make('li', { class: mine ? 'message mine' : 'message', 'data-id': message.message_id }, body);
  const keys = message.reply_markup?.inline_keyboard;
  if (keys) {
    item.append(keyboard(message, keys, on));
  }
  return item;
}

function forwarded(message) {
  const origin = message.forward_origin;
  return origin
    ? make('p', { class: 'forwarded' }, 'Przekazane · ' + (origin.chat?.title ?? origin.sender_user_name)) : null;
}

function quote(message) {
  const to = message.reply_to_message;
  if (!to) {
    return null;
  }
  const text = to.text || to.caption || to.document?.file_name || 'wiadomość';
  return make('blockquote', { class: 'quote' },
    make('span', { class: 'hidden' }, 'W odpowiedzi na: '), text.slice(0, 120));
}

function content(message, on) {
  const parts = [];
  if (message.document) {
    parts.push(file(message.document));
  }
  if (message.sticker) {
    parts.push(make('p', { class: 'sticker', role: 'img', 'aria-label': 'naklejka ' + message.sticker.emoji },
      message.sticker.emoji));
  }
  const other = message.photo ? 'Zdjęcie' : message.voice ? 'Nagranie głosowe'
    : message.location ? 'Lokalizacja: ' + message.location.latitude + ', ' + message.location.longitude
    : message.migrate_to_chat_id || message.migrate_from_chat_id ? 'Grupa stała się supergrupą' : null;
  if (other) {
    parts.push(make('p', { class: 'other' }, other));
  }
  const text = message.text ?? message.caption;
  if (text) {
    parts.push(make('div', { class: 'text' }, ...styled(text, message.entities ?? message.caption_entities ?? [], on)));
  }
  return parts;
}

/** The text cut where an entity begins or ends; entities may lie in one another. */
function styled(text, entities, on) {
  const cuts = new Set([0, text.length]);
  for (const { offset, length } of entities) {
    cuts.add(offset).add(offset + length);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < places.length; i++) {
    const [from, to] = [places[i], places[i + 1]];
    const over = entities.filter((e) => e.offset <= from && e.offset + e.length >= to);
    const whole = (entity) => text.slice(entity.offset, entity.offset + entity.length);
    nodes.push(over.reverse().reduce((node, entity) => wrap(node, entity, whole(entity), on),
      document.createTextNode(text.slice(from, to))));
  }
  return nodes;
}

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', pre: 'pre', blockquote: 'q' };

function wrap(node, entity, words, on) {
  switch (entity.type) {
    case 'code': {
      const code = make('code', { role: 'button', tabindex: 0, title: 'Kopiuj', 'aria-label': words + ', kopiuj' }, node);
      code.addEventListener('click', () => on.copy(words));
      code.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          on.copy(words);
        }
      });
      return code;
    }
    case 'url':
      return link(/^[a-z]+:\/\//i.test(words) ? words : 'http://' + words, node);
    case 'text_link':
      return link(entity.url, node);
    case 'email':
      return make('a', { href: 'mailto:' + words }, node);
    case 'bot_command': {
      const command = make('button', { type: 'button', class: 'command' }, node);
      command.addEventListener('click', () => on.command(words));
      return command;
    }
    default:
      return TAGS[entity.type] ? make(TAGS[entity.type], {}, node) : node;
  }
}

function link(address, node) {
  return /^https?:\/\//i.test(address)
    ? make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, node)
    : node;
}

function file(document) {
  const path = '/files/' + encodeURIComponent(document.file_id) + '/' + encodeURIComponent(document.file_name);
  return make('a', { class: 'file', href: path, download: document.file_name },
    icon('M12 4v11M7.5 11L12 15.5 16.5 11M5 20h14'),
    make('span', {},
      make('span', { class: 'hidden' }, 'Pobierz plik '),
      make('strong', {}, document.file_name),
      make('small', {}, size(document.file_size))));
}

/** A size as people read it: 1,2 kB. */
export function size(bytes) {
  const [unit, name] = bytes < 1000 ? [1, 'B'] : bytes < 1e6 ? [1000, 'kB'] : [1e6, 'MB'];
  return new Intl.NumberFormat('pl-PL', { maximumFractionDigits: 1 }).format(bytes / unit) + ' ' + name;
}

function icon(path) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function keyboard(message, rows, on) {
  const box = make('div', { class: 'keyboard', role: 'group', 'aria-label': 'Przyciski pod wiadomością' });
  for (const row of rows) {
    const line = make('div', { class: 'keys' });
    for (const key of row) {
      line.append(key.url ? opener(key) : presser(message, key, on));
    }
    box.append(line);
  }
  return box;
}

function opener(key) {
  const anchor = link(key.url, document.createTextNode(key.text));
  if (anchor instanceof HTMLElement) {
    anchor.append(make('span', { 'aria-hidden': 'true' }, ' ↗'), make('span', { class: 'hidden' }, ' (otwiera się w nowej karcie)'));
  }
  return anchor;
}

function presser(message, key, on) {
  const button = make('button', { type: 'button' }, key.text);
  button.addEventListener('click', () => on.press(message, key, button));
  return button;
}

function actions(message, mine, on) {
  const editable = mine && message.text && !message.forward_origin;
  const button = make('button', { type: 'button', class: 'act' }, editable ? 'Popraw' : 'Odpowiedz');
  button.addEventListener('click', () => (editable ? on.edit(message) : on.reply(message)));
  return button;
}
