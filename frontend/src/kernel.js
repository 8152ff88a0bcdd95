/**
 * The web socket to the page's kernel.
 *
 * @jupyterlab/services' KernelConnection is not used. It reconnects by its own
 * rules (seven tries, then silence, and 10-30 s between some of them), asks for
 * a sub-shell with a message our server rightly refuses, and needs a newer
 * Safari. What it weighs is told in build.mjs. What a page needs of it is here:
 * send, futures, messages handled one after the other, and an honest `onDrop`.
 */

import { uuid } from '@jupyter-widgets/base';
import { decode, encode, PROTOCOL } from './wire.js';

/** The kernel must say "busy" this long after a message was sent. */
export const SILENCE_MS = 4000;
/** After this long the user should see that an answer is being waited for. */
const SLOW_MS = 1500;
const DYING = new Set(['dead', 'restarting', 'autorestarting', 'terminating']);

/** Thrown into what waited for a reply when the socket closed. */
export class Dropped extends Error {}

/**
 * @typedef {import('./wire.js').Message} Message
 * @typedef {object} Future
 * @property {ArrayBuffer} frame
 * @property {boolean} repeatable  a state update may be sent again, a click may not
 * @property {string} commId
 * @property {string[]} attributes
 * @property {boolean} started  the kernel said "busy"
 * @property {any} callbacks
 * @property {number} sentAt
 */

export class Kernel {
  /**
   * @param {string} baseUrl
   * @param {string} id
   */
  constructor(baseUrl, id) {
    const url = new URL(`${baseUrl}api/kernels/${encodeURIComponent(id)}`, location.href);
    this.id = id;
    this.url = url.href;
    this.session = '';
    /** @type {WebSocket | null} */
    this.socket = null;
    /** @type {Promise<never>} rejected when the present socket is given up */
    this.dropped = new Promise(() => {});
    this.abandon = (/** @type {Error} */ _reason) => {};
    this.lastHeard = 0;
    /** @type {Map<string, Future>} */
    this.futures = new Map();
    /** @type {Promise<unknown>} */
    this.chain = Promise.resolve();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.watchdog = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.impatience = undefined;
    this.onDrop = () => {};
    this.onDeath = (/** @type {string} */ _status) => {};
    this.onSilence = () => {};
    this.onSlow = (/** @type {boolean} */ _waiting) => {};
    /** @type {(msg: Message) => unknown} */
    this.onComm = () => {};
  }

  get connected() {
    return this.socket !== null && this.socket.readyState === WebSocket.OPEN;
  }

  /**
   * The socket is open when the promise is kept. Each socket is a session of
   * its own: under the old name the server would meet its half-dead connection
   * of before, which it mistakes for a client of the older wire format.
   */
  open() {
    this.close();
    this.session = uuid();
    const url = `${this.url.replace(/^http/, 'ws')}/channels?session_id=${this.session}`;
    const socket = new WebSocket(url, [PROTOCOL]);
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    this.dropped = new Promise((_resolve, reject) => {
      this.abandon = reject;
    });
    const opened = new Promise((resolve, reject) => {
      socket.onopen = () => {
        if (socket.protocol === PROTOCOL) {
          resolve(undefined);
        } else {
          reject(new Error(`web socket protocol "${socket.protocol}", expected ${PROTOCOL}`));
        }
      };
      socket.onmessage = (event) => this.receive(event.data);
      socket.onclose = () => this.drop();
    });
    this.dropped.catch(() => {}); // who waits for something races with it
    return Promise.race([opened, this.dropped]);
  }

  /** The promise is kept as soon as a socket is open. */
  async untilConnected() {
    while (!this.connected) await new Promise((resolve) => setTimeout(resolve, 100));
  }

  /** Nothing more is heard from the socket; nobody is told. */
  close() {
    const socket = this.socket;
    this.socket = null;
    clearTimeout(this.watchdog);
    clearTimeout(this.impatience);
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
      this.abandon(new Dropped('the web socket closed'));
    }
  }

  /** The socket is given up and whoever listens is told. */
  drop() {
    this.close();
    this.onDrop();
  }

  /**
   * Send a shell message and return its id.
   * @param {string} type
   * @param {Record<string, any>} content
   * @param {{metadata?: object, buffers?: any[], callbacks?: any}} [extra]
   */
  send(type, content, { metadata = {}, buffers = [], callbacks } = {}) {
    const header = {
      msg_id: uuid(),
      msg_type: type,
      session: this.session,
      username: '',
      date: new Date().toISOString(),
      version: '5.3',
    };
    const data = content.data || {};
    const frame = encode(
      /** @type {any} */ ({ channel: 'shell', header, parent_header: {}, metadata, content, buffers }),
    );
    this.futures.set(header.msg_id, {
      frame,
      repeatable: data.method === 'update',
      commId: content.comm_id,
      attributes: data.method === 'update' ? Object.keys(data.state) : [],
      started: false,
      callbacks,
      sentAt: Date.now(),
    });
    this.transmit(frame);
    return header.msg_id;
  }

  /** @param {ArrayBuffer} frame */
  transmit(frame) {
    if (!this.connected) return;
    /** @type {WebSocket} */ (this.socket).send(frame);
    clearTimeout(this.watchdog);
    clearTimeout(this.impatience);
    this.watchdog = setTimeout(() => this.listen(), SILENCE_MS);
    this.impatience = setTimeout(() => this.onSlow(this.unanswered(SLOW_MS)), SLOW_MS);
  }

  /** Whether the kernel was sent something that long ago and has not begun with it.
   * @param {number} ms */
  unanswered(ms) {
    const due = Date.now() - ms + 50; // timers may be early by a little
    return [...this.futures.values()].some((future) => !future.started && future.sentAt <= due);
  }

  /** A small question; if it stays unanswered the watchdog looks why. */
  ping() {
    this.send('comm_info_request', { target_name: 'siaga.ping' });
  }

  listen() {
    if (!this.connected || !this.unanswered(0)) return;
    this.watchdog = setTimeout(() => this.listen(), SILENCE_MS);
    this.onSilence();
  }

  /** @param {ArrayBuffer} data */
  receive(data) {
    const msg = decode(data);
    this.lastHeard = Date.now();
    this.chain = this.chain.then(() => this.handle(msg)).catch((error) => console.error(error));
  }

  /** @param {Message} msg */
  async handle(msg) {
    const type = msg.header.msg_type;
    const future = this.futures.get(msg.parent_header.msg_id || '');
    if (type === 'status') {
      const state = msg.content.execution_state;
      if (DYING.has(state)) this.onDeath(state);
      if (future) this.progress(msg, future, state);
    } else if (msg.channel !== 'iopub') {
      future?.callbacks?.shell?.reply?.(msg);
    } else if (type.startsWith('comm_')) {
      await this.onComm(msg);
    }
  }

  /**
   * @param {Message} msg
   * @param {Future} future
   * @param {string} state
   */
  progress(msg, future, state) {
    if (!future.started) this.onSlow(false);
    future.started = true;
    if (state === 'idle') this.futures.delete(/** @type {string} */ (msg.parent_header.msg_id));
    future.callbacks?.iopub?.status?.(msg);
  }

  /** Attributes of a widget that the kernel may not have heard of yet. */
  unconfirmed(/** @type {string} */ commId) {
    const futures = [...this.futures.values()].filter((future) => future.commId === commId);
    return new Set(futures.flatMap((future) => (future.started ? [] : future.attributes)));
  }

  /**
   * Nothing sent before `since` is waited for any more: a state update the
   * kernel never began with is sent again, everything else counts as over.
   */
  settle(/** @type {number} */ since) {
    const idle = { content: { execution_state: 'idle' } };
    for (const [id, future] of [...this.futures]) {
      if (future.sentAt >= since) continue;
      if (future.repeatable && !future.started) {
        future.sentAt = Date.now();
        this.transmit(future.frame);
      } else {
        this.futures.delete(id);
        future.callbacks?.iopub?.status?.(idle);
      }
    }
  }
}
