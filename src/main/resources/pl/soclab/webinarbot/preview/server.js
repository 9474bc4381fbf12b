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

/** Sends a file as a resident; `whereTo` holds chat, from and caption, `progress` gets 0 to 1. */
export function upload(whereTo, file, signal, progress) {
  return new Promise((resolve, reject) => {
    // Unlike fetch it tells how far it has come.
    const request = new XMLHttpRequest();
    request.open('POST', '/api/file?' + new URLSearchParams({ ...whereTo, name: file.name }));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total));
    request.addEventListener('load', () => (request.status === 200
      ? resolve() : reject(new Error(request.response?.problem ?? 'Nie udało się wysłać pliku.'))));
    request.addEventListener('error', () => reject(new Error(
      'Nie udało się wysłać pliku: podgląd nie odpowiada albo pliku nie da się odczytać.')));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
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
