/**
 * One chat: its messages, its tab, and the field to write in.
 *
 * @typedef {import('./message.js').Message} Message
 * @typedef {{ chatId: string, title: string, role: string, personId: string, isGroup: boolean,
 *   quickTexts: string[], messages: Message[] }} Chat
 * @typedef {{ key: string, day: string } | { key: string, message: Message, isFirst: boolean }} Item
 * @typedef {{ words: Record<string, string>, dayText: (instant: string) => string,
 *   say: (chat: Chat, text: string, toasts: Element) => Promise<boolean>,
 *   send: (chat: Chat, file: File, toasts: Element) => Promise<boolean>,
 *   press: (chat: Chat, message: Message, data: string, toasts: Element) => Promise<boolean> }} Context
 */
import { element, messageParts } from './message.js';

const NEAR_END_PX = 48;

export class Pane {
  /** @type {Chat} */
  #chat;
  /** @type {Context} */
  #context;
  /** @type {Map<string, { node: HTMLElement, written: string }>} */
  #drawn = new Map();
  #isDrawn = false;
  #isAtEnd = true;
  #scrolledTo = 0;
  #unreadCount = 0;
  #quickTexts = '';

  /**
   * @param {string} id a word that is unique on the page
   * @param {HTMLTemplateElement} template
   * @param {Chat} chat
   * @param {Context} context
   */
  constructor(id, template, chat, context) {
    this.#chat = chat;
    this.#context = context;
    this.root = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    this.root.id = `pane-${id}`;
    this.tab = element('button', { type: 'button', id: `tab-${id}`, className: 'tab' });
    this.tab.setAttribute('role', 'tab');
    this.tab.setAttribute('aria-controls', this.root.id);
    this.log = this.#find('.log');
    this.log.tabIndex = 0;
    this.#find('h2').id = `name-${id}`;
    this.root.setAttribute('aria-labelledby', `name-${id}`);
    this.#listen();
  }

  /**
   * Draws what the server says; what is unchanged stays as it is, with its focus and selection.
   *
   * @param {Chat} chat
   * @param {Context} context
   */
  draw(chat, context) {
    this.#chat = chat;
    this.#context = context;
    this.#drawHead();
    const arrived = this.#drawMessages();
    if (this.#isAtEnd) this.#toEnd();
    else if (arrived > 0) this.#find('.latest').classList.add('is-news');
    const isSeen = getComputedStyle(this.root).visibility === 'visible';
    if (this.#isDrawn && !isSeen) this.#unreadCount += arrived;
    this.#isDrawn = true;
    this.#drawTab();
  }

  /** On a phone only the chosen pane is seen. */
  choose(isChosen, isPhone) {
    this.root.classList.toggle('is-chosen', isChosen);
    this.root.setAttribute('role', isPhone ? 'tabpanel' : 'region');
    this.tab.setAttribute('aria-selected', String(isChosen));
    this.tab.tabIndex = isChosen ? 0 : -1;
    if (isChosen || !isPhone) this.#unreadCount = 0;
    this.#drawTab();
  }

  remove() {
    this.root.remove();
    this.tab.remove();
  }

  /** @returns {any} an element that every pane has */
  #find(selector) {
    return this.root.querySelector(selector);
  }

  #drawHead() {
    const { title, role, isGroup, messages, quickTexts } = this.#chat;
    this.#find('h2').textContent = role;
    this.#find('.pane-title').textContent = title;
    this.#find('.face use').setAttribute('href', isGroup ? '#icon-group' : '#icon-person');
    this.root.classList.toggle('is-group', isGroup);
    this.log.ariaLabel = title;
    this.#find('.empty').hidden = messages.length > 0;
    const field = this.#find('textarea');
    field.placeholder = this.#context.words['placeholder'] ?? '';
    field.ariaLabel = `${field.placeholder} – ${role}`;
    if (this.#quickTexts === JSON.stringify(quickTexts)) return;
    this.#quickTexts = JSON.stringify(quickTexts);
    this.#find('.quick').replaceChildren(
      ...quickTexts.map((text) => element('button', { type: 'button', className: 'chip' }, text)),
    );
  }

  #drawTab() {
    const words = this.#context.words['unread'] ?? '';
    const badge = element('span', { className: 'badge' }, String(this.#unreadCount));
    badge.append(element('span', { className: 'unseen' }, ` ${words}`));
    this.tab.replaceChildren(this.#chat.role, ...(this.#unreadCount > 0 ? [badge] : []));
  }

  /** Answers how many of the bot's messages are new. */
  #drawMessages() {
    const list = this.#find('.messages');
    const items = itemsOf(this.#chat.messages);
    this.#forgetAllBut(new Set(items.map(({ key }) => key)));
    let arrived = 0;
    let place = list.firstElementChild;
    for (const item of items) {
      const old = this.#drawn.get(item.key);
      const node = old?.node ?? element('message' in item ? 'article' : 'p', { tabIndex: -1 });
      if (node === place) place = place.nextElementSibling;
      else list.insertBefore(node, place);
      if (old === undefined && 'message' in item && item.message.from.isBot) arrived += 1;
      const written = JSON.stringify([item, this.#context.words]);
      if (old?.written !== written) this.#redraw(node, item, old !== undefined);
      this.#drawn.set(item.key, { node, written });
    }
    return arrived;
  }

  #forgetAllBut(keys) {
    for (const [key, { node }] of this.#drawn) {
      if (keys.has(key)) continue;
      node.remove();
      this.#drawn.delete(key);
    }
  }

  #redraw(node, item, isChange) {
    const hadFocus = node.contains(document.activeElement);
    if ('message' in item) {
      const { message } = item;
      const press = (data) => this.#context.press(this.#chat, message, data, this.#find('.toasts'));
      node.className = 'message';
      node.classList.add(
        message.from.isBot ? 'is-bot' : 'is-person',
        isChange ? 'is-changed' : 'is-new',
      );
      node.classList.toggle('is-first', item.isFirst);
      node.replaceChildren(...messageParts(message, this.#context.words, press));
    } else {
      node.className = 'day';
      node.textContent = this.#context.dayText(item.day);
    }
    if (hadFocus) node.focus({ preventScroll: true });
  }

  #listen() {
    const field = this.#find('textarea');
    const latest = this.#find('.latest');
    this.log.addEventListener('scroll', () => {
      const { scrollHeight, scrollTop, clientHeight } = this.log;
      // Only the reader scrolls up; a pane that grows smaller also leaves its end, unasked.
      const isUpward = scrollTop < this.#scrolledTo;
      const isNearEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      this.#isAtEnd = isNearEnd || (this.#isAtEnd && !isUpward);
      this.#scrolledTo = scrollTop;
      latest.hidden = this.#isAtEnd;
      if (this.#isAtEnd) latest.classList.remove('is-news');
    });
    new ResizeObserver(() => this.#isAtEnd && this.#toEnd()).observe(this.log);
    latest.addEventListener('click', () => {
      this.#toEnd();
      this.log.focus({ preventScroll: true });
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      field.form.requestSubmit();
    });
    this.#find('.composer').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#sayTyped(field);
    });
    this.#takeFiles();
    this.#find('.quick').addEventListener('click', ({ target }) => {
      const chip = target instanceof Element ? target.closest('.chip') : null;
      if (chip !== null) void this.#say(chip.textContent ?? '');
    });
  }

  /** Chosen by the button, or dropped on the chat. */
  #takeFiles() {
    const chooser = this.#find('.file');
    this.#find('.attach').addEventListener('click', () => chooser.click());
    chooser.addEventListener('change', () => {
      this.#send(chooser.files);
      chooser.value = '';
    });
    const drop = (isOver) => (event) => {
      if (this.#chat.isGroup || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      this.root.classList.toggle('is-dropping', isOver);
    };
    this.root.addEventListener('dragover', drop(true));
    this.root.addEventListener('dragleave', drop(false));
    this.root.addEventListener('drop', (event) => {
      drop(false)(event);
      if (!this.#chat.isGroup) this.#send(event.dataTransfer.files);
    });
  }

  #send(files) {
    this.#toEnd();
    for (const file of files) void this.#context.send(this.#chat, file, this.#find('.toasts'));
  }

  async #sayTyped(field) {
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    const isSaid = await this.#say(text);
    if (!isSaid && field.value === '') field.value = text;
  }

  #say(text) {
    this.#toEnd();
    return this.#context.say(this.#chat, text, this.#find('.toasts'));
  }

  #toEnd() {
    this.#isAtEnd = true;
    this.log.scrollTop = this.log.scrollHeight;
  }
}

/** Messages in the server's order, with a line for each day before its first one. */
function itemsOf(/** @type {Message[]} */ messages) {
  /** @type {Item[]} */
  const items = [];
  for (const [place, message] of messages.entries()) {
    const last = messages[place - 1];
    const day = message.sentAt.slice(0, 10);
    const isNewDay = day !== last?.sentAt.slice(0, 10);
    if (isNewDay) items.push({ key: `day ${day}`, day: message.sentAt });
    const isFirst = isNewDay || last?.from.name !== message.from.name;
    items.push({ key: `message ${message.messageId}`, message, isFirst });
  }
  return items;
}
