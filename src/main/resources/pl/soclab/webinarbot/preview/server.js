// Talks to the preview's own small API; see PageApi and PageStream.

/** The whole state: chats with their messages, the clock, the bot. */
export async function state() {
  const answer = await fetch('/api/state');
  if (!answer.ok) {
    throw new Error('Podgląd odpowiedział błędem ' + answer.status + '.');
  }
  return answer.json();
}

/** Does something, e.g. act('say', {...}); throws an Error whose message can be shown. */
export async function act(action, what) {
  return sent(await post('/api/' + action, 'application/json', JSON.stringify(what)));
}

/** Sends a file as a resident. */
export async function upload(chat, from, file) {
  const query = new URLSearchParams({ chat, from, name: file.name, type: file.type });
  return sent(await post('/api/file?' + query, 'application/octet-stream', file));
}

async function post(path, type, body) {
  try {
    return await fetch(path, { method: 'POST', headers: { 'Content-Type': type }, body });
  } catch {
    throw new Error('Podgląd nie odpowiada.');
  }
}

async function sent(answer) {
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(json.problem || 'Nie udało się.');
  }
  return json;
}

/** Listens for changes; `handlers` holds a function for each kind of event, `lost` and `back`. */
export function listen(run, after, handlers) {
  const source = new EventSource('/api/events?' + new URLSearchParams({ run, after }));
  for (const [kind, handle] of Object.entries(handlers)) {
    if (kind !== 'lost' && kind !== 'back') {
      source.addEventListener(kind, (event) => handle(JSON.parse(event.data)));
    }
  }
  source.addEventListener('open', handlers.back);
  source.addEventListener('error', handlers.lost);
  return source;
}
