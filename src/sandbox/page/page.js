/**
 * The page for trying the bot: shows what the server says, hands on what the reader does, decides nothing.
 *
 * @typedef {import('./pane.js').Chat} Chat
 * @typedef {{ now: string, nextWorkingMorning: string, words: Record<string, string>, panes: Chat[] }} State
 */
import { element } from './message.js';
import { Pane } from './pane.js';

const HOUR_MS = 3_600_000;
const RETRY_MS = 3000;
const TOAST_MS = 5000;
const TOAST_MS_PER_LETTER = 60;

const phone = matchMedia('(max-width: 1099px)');
/** @type {(id: string) => any} what the page itself holds */
const byId = (id) => document.getElementById(id);
const pageToasts = byId('toasts');
const moment = byId('moment');

/** @type {Map<string, Pane>} */
const panes = new Map();
/** @type {State} */
let state = { now: '', nextWorkingMorning: '', words: {}, panes: [] };
let chosen = '';
let isLoading = false;
let isStale = false;
let isMomentTyped = false;

// The state

/** Fetches the state anew; calls during a fetch lead to one more fetch after it. */
async function refresh() {
  isStale = true;
  if (isLoading) return;
  isLoading = true;
  try {
    while (isStale) {
      isStale = false;
      const { isOk, answer } = await ask('/sandbox/state');
      if (isOk) draw(answer);
      else toast(pageToasts, answer.message, true);
    }
  } finally {
    isLoading = false;
  }
}

/** @param {State} next */
function draw(next) {
  state = next;
  document.documentElement.lang = state.words['language'] || 'vi';
  document.title = state.words['title'] ?? '';
  drawClock();
  drawPanes();
  putWords();
}

function drawPanes() {
  const keyOf = ({ chatId, personId }) => `${chatId}-${personId}`;
  const keys = new Set(state.panes.map(keyOf));
  for (const [key, pane] of panes) {
    if (keys.has(key)) continue;
    pane.remove();
    panes.delete(key);
  }
  for (const chat of state.panes) {
    const key = keyOf(chat);
    const context = { words: state.words, dayText, say, send, press };
    if (!panes.has(key)) panes.set(key, addPane(key, chat, context));
    panes.get(key)?.draw(chat, context);
  }
  if (!panes.has(chosen)) choose(panes.keys().next().value);
}

function addPane(key, chat, context) {
  const pane = new Pane(key, byId('pane'), chat, context);
  byId('panes').append(pane.root);
  byId('tabs').append(pane.tab);
  pane.tab.addEventListener('click', () => choose(key));
  pane.choose(false, phone.matches);
  return pane;
}

function choose(key) {
  chosen = key;
  for (const [each, pane] of panes) pane.choose(each === key, phone.matches);
}

/** Leaves what is unchanged, so that nothing is read out twice. */
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @returns {NodeListOf<HTMLElement>} */
const allWith = (name) => document.querySelectorAll(`[data-${name}]`);

function putWords() {
  for (const node of allWith('word')) {
    write(node, state.words[node.dataset['word'] ?? ''] ?? '');
  }
  for (const node of allWith('label')) {
    const text = state.words[node.dataset['label'] ?? ''] ?? '';
    node.ariaLabel = text;
    if (node instanceof HTMLButtonElement) node.title = text;
  }
}

// The clock. Instants are read and written in the server's own offset, whatever the reader's zone is.

/** What a wall clock shows at this instant, held as if it were UTC. */
function wallClock(instant) {
  return new Date(`${instant.slice(0, 16)}Z`);
}

function dayText(instant) {
  const [year, month, day] = instant.slice(0, 10).split('-');
  const { lang } = document.documentElement;
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  return `${weekday.format(wallClock(instant))}, ${day}/${month}/${year}`;
}

function drawClock() {
  byId('now').dateTime = state.now;
  write(byId('now-day'), dayText(state.now));
  write(byId('now-time'), state.now.slice(11, 16));
  if (!isMomentTyped) moment.value = state.now.slice(0, 16);
}

const MOVES = {
  hour: (now) => new Date(now.getTime() + HOUR_MS),
  week: (now) => new Date(now.getTime() + 7 * 24 * HOUR_MS),
  morning: () => wallClock(state.nextWorkingMorning),
};

/** @param {string} wallTime `2026-06-01T08:00` in the server's offset */
async function moveTo(wallTime) {
  const controls = byId('clock-controls');
  if (controls.ariaBusy === 'true') return;
  controls.ariaBusy = 'true';
  isMomentTyped = false;
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(state.now)?.[0] ?? '';
  await post('/sandbox/clock', { now: `${wallTime}:00${offset}` }, pageToasts);
  controls.ariaBusy = 'false';
}

// The server

/** Never throws: what could not be reached is an answer that is not ok. */
async function ask(path, options) {
  try {
    const response = await fetch(path, options);
    const answer = await response.json().catch(() => ({ message: state.words['failed'] }));
    return { isOk: response.ok, answer };
  } catch {
    return { isOk: false, answer: { message: state.words['offline'] } };
  }
}

async function post(path, body, toasts) {
  const { isOk, answer } = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  toast(toasts, isOk ? answer.notice : answer.message, !isOk);
  if (isOk) await refresh();
  return isOk;
}

function say({ personId, chatId }, text, toasts) {
  return post('/sandbox/say', { personId, chatId, text }, toasts);
}

/** The file as it is; who sends it where stands in the address. */
async function send({ personId, chatId }, file, toasts) {
  const query = new URLSearchParams({ personId, chatId, fileName: file.name });
  const options = { method: 'POST', headers: { 'content-type': 'application/octet-stream' } };
  const { isOk, answer } = await ask(`/sandbox/file?${query}`, { ...options, body: file });
  toast(toasts, answer.message, !isOk);
  if (isOk) await refresh();
  return isOk;
}

function press({ personId, chatId }, { messageId }, data, toasts) {
  return post('/sandbox/press', { personId, chatId, messageId, data }, toasts);
}

function listen() {
  const events = new EventSource('/sandbox/events');
  events.addEventListener('change', refresh);
  events.addEventListener('open', () => {
    byId('offline').textContent = '';
    void refresh();
  });
  events.addEventListener('error', () => {
    byId('offline').textContent = state.words['offline'] ?? '';
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, RETRY_MS);
  });
}

function toast(place, text, isError) {
  if (!text) return;
  const note = element('p', { className: isError ? 'toast is-error' : 'toast' }, text);
  note.addEventListener('click', () => note.remove());
  place.append(note);
  setTimeout(() => note.remove(), TOAST_MS + TOAST_MS_PER_LETTER * text.length);
}

// The reader's hands

byId('clock-controls').addEventListener('click', ({ target }) => {
  const move = MOVES[target.dataset.move];
  if (move) void moveTo(move(wallClock(state.now)).toISOString().slice(0, 16));
});
byId('clock-controls').addEventListener('submit', (event) => {
  event.preventDefault();
  void moveTo(moment.value);
});
moment.addEventListener('input', () => {
  isMomentTyped = true;
});
byId('open-clock').addEventListener('click', ({ currentTarget: button }) => {
  button.ariaExpanded = String(button.ariaExpanded !== 'true');
});
byId('tabs').addEventListener('keydown', ({ key }) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step === undefined) return;
  const keys = [...panes.keys()];
  choose(keys.at((keys.indexOf(chosen) + step) % keys.length));
  panes.get(chosen)?.tab.focus();
});
phone.addEventListener('change', () => choose(chosen));

void refresh();
listen();
