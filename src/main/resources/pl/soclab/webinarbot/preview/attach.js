// Files on their way to the bot: chosen from the disk, or dropped onto the chat.
import { size } from './messages.js';

/** Telegram gives bots no more. */
const MOST_BYTES = 20 * 1024 * 1024;

const byId = (id) => document.getElementById(id);
const [chat, form, input, drop] = ['chat', 'form', 'file', 'drop'].map(byId);

/** Wires the ways in; `take` gets a file that may be sent, `problem` a sentence why one may not. */
export function start(take, problem) {
  const offer = (files) => {
    const why = refusal(files);
    why ? problem(why) : take(files[0]);
  };
  input.addEventListener('change', () => {
    const files = [...input.files];
    input.value = '';
    if (files.length) {
      offer(files);
    }
  });
  document.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) {
      // Also beside the chat: a browser would leave the page to show the file.
      event.preventDefault();
      const here = chat.contains(event.target) && !form.hidden;
      event.dataTransfer.dropEffect = here ? 'copy' : 'none';
      drop.hidden = !here;
    }
  });
  document.addEventListener('dragleave', (event) => {
    drop.hidden ||= event.relatedTarget === null;
  });
  document.addEventListener('drop', (event) => {
    drop.hidden = true;
    if (!holdsFiles(event)) {
      return;
    }
    event.preventDefault();
    const folder = [...event.dataTransfer.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory);
    if (form.hidden) {
      problem('Najpierw rozpocznij rozmowę albo odblokuj bota.');
    } else if (folder) {
      problem('To jest folder. Wysłać można tylko plik.');
    } else if (chat.contains(event.target)) {
      offer([...event.dataTransfer.files]);
    }
  });
}

/** Opens the system's window for a choice of a file. */
export function choose() {
  input.click();
}

function holdsFiles(event) {
  return [...event.dataTransfer.types].includes('Files');
}

function refusal(files) {
  if (files.length !== 1) {
    return 'Naraz można wysłać jeden plik.';
  }
  const [file] = files;
  if (file.size === 0) {
    return `Plik „${file.name}” jest pusty.`;
  }
  return file.size > MOST_BYTES
    ? `Plik „${file.name}” ma ${size(file.size)}. Telegram przekazuje botom najwyżej 20 MB.` : null;
}
