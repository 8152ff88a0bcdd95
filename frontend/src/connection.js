/**
 * The state of the connection, always visible.
 *
 *   online --drop--> lost --kernel answers--> online (states fetched again)
 *   online or lost --kernel gone--> reloading (at most 3 in 60 s) or stale
 *
 * While it is not online the main part takes no input, so no tap is lost in
 * silence. No sentence stands here: the page brings them in its language.
 */

import { SILENCE_MS } from './kernel.js';
import { Notice } from './notice.js';
import { probe } from './probe.js';
import { mayReload } from './reload-guard.js';

const BACKOFF_MS = [0, 300, 700, 1500, 3000, 5000];
const PATIENCE_MS = 3000; // for the server's answer while the connection is lost
const DOUBT_MS = 2000; // and while it only seems to be
const BLIP_MS = 400; // shorter losses need no sentence
const BACK_MS = 3000;
const LIVENESS_MS = 20000;
const BEAT_MS = 4000;
const READ_MS = 700; // long enough to see why the page reloads

/** @typedef {'online' | 'lost' | 'reloading' | 'stale'} State */

export class Connection {
  /**
   * @param {import('./page.js').Page} page
   * @param {import('./kernel.js').Kernel} kernel
   */
  constructor(page, kernel) {
    this.page = page;
    this.kernel = kernel;
    this.notice = new Notice(page);
    /** @type {State} */
    this.state = 'online';
    this.loaded = false;
    this.tries = 0;
    this.trying = false;
    this.checking = false;
    this.checked = Date.now();
    /** @type {Record<string, ReturnType<typeof setTimeout>>} */
    this.timers = {};
    /** What has to be done after a reconnection; false when the kernel forgot us.
     * @type {(since: number) => Promise<boolean>} */
    this.resume = async () => true;
  }

  /** Opens the socket and looks after it from now on. */
  start() {
    this.kernel.onDrop = () => this.lose();
    this.kernel.onDeath = () => this.renew();
    this.kernel.onSilence = () => this.check();
    this.kernel.onSlow = (waiting) => this.wait(waiting);
    addEventListener('online', () => this.wake());
    addEventListener('offline', () => this.check());
    addEventListener('pageshow', (event) => event.persisted && this.wake());
    document.addEventListener('visibilitychange', () => document.hidden || this.wake());
    setInterval(() => this.beat(), BEAT_MS);
    return this.kernel.open().catch((error) => console.warn(error));
  }

  /** @param {State} state */
  enter(state) {
    this.state = state;
    this.page.tell('connection', { state });
  }

  get final() {
    return this.state === 'reloading' || this.state === 'stale';
  }

  /** @param {string} name @param {number} ms @param {() => void} action */
  later(name, ms, action) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(action, ms);
  }

  /** A page with a `data-wait` text says so while the kernel is slow to begin.
   * @param {boolean} waiting */
  wait(waiting) {
    if (this.state !== 'online' || !this.page.text('wait')) return;
    if (waiting) this.notice.show('wait');
    else if (this.notice.shows('wait')) this.notice.hide();
  }

  /** The socket is gone: no input, and trying again until it is back. */
  lose() {
    if (this.final || this.state === 'lost') return;
    this.enter('lost');
    this.notice.freeze();
    this.page.mark('lost');
    clearTimeout(this.timers.back);
    this.notice.hide();
    this.later('blip', BLIP_MS, () => this.notice.show('lost'));
    this.tries = 0;
    this.retry();
  }

  retry() {
    const longest = BACKOFF_MS[Math.min(this.tries, BACKOFF_MS.length - 1)];
    this.tries += 1;
    // A hall of phones must not come back in the same moment.
    this.later('retry', longest * (0.6 + 0.4 * Math.random()), () => this.attempt());
  }

  async attempt() {
    if (this.state !== 'lost' || this.trying) return;
    this.trying = true;
    try {
      await this.reconnect();
    } catch (error) {
      console.warn(error);
      this.kernel.close();
    }
    this.trying = false;
    if (this.state === 'lost') this.retry();
  }

  async reconnect() {
    const finding = await probe(this.kernel, PATIENCE_MS);
    if (finding === 'unreachable') return;
    if (finding === 'gone' || finding === 'dying') return this.renew();
    const since = Date.now();
    await this.kernel.open();
    if (await this.resume(since)) this.recover();
    else this.renew();
  }

  /** Online again; the user is told if they were told of the loss. */
  recover() {
    if (this.state !== 'lost' || !this.kernel.connected) return;
    clearTimeout(this.timers.blip);
    this.enter('online');
    this.page.mark(this.loaded ? 'ready' : 'loading');
    this.notice.thaw();
    if (!this.notice.shows('lost')) return;
    this.notice.show('back');
    this.later('back', BACK_MS, () => this.notice.hide());
  }

  /** The kernel is lost for good: a new page brings a new one. */
  renew() {
    if (this.final) return;
    if (!mayReload()) return this.giveUp();
    this.enter('reloading');
    this.stop();
    this.notice.show('reloading');
    this.page.mark('lost');
    setTimeout(() => location.reload(), READ_MS);
    return undefined;
  }

  /** Nothing more is tried; the user gets a button. */
  giveUp() {
    if (this.state === 'stale') return;
    this.enter('stale');
    this.stop();
    this.page.fail();
  }

  stop() {
    Object.values(this.timers).forEach(clearTimeout);
    this.kernel.close();
    this.notice.freeze();
  }

  /** The phone woke up, or the network is back: look now. */
  wake() {
    if (this.state === 'lost') {
      this.tries = 0;
      this.retry();
    } else if (this.state === 'online') {
      this.kernel.ping();
      this.check();
    }
  }

  beat() {
    const known = Math.max(this.kernel.lastHeard, this.checked);
    const quiet = Date.now() - known >= LIVENESS_MS;
    if (!document.hidden && quiet) this.check();
  }

  /** Looks whether a socket that seems open still leads to a living kernel. */
  async check() {
    if (this.state !== 'online' || this.checking) return;
    this.checking = true;
    const silent = this.kernel.unanswered(SILENCE_MS);
    const finding = await probe(this.kernel, DOUBT_MS);
    this.checking = false;
    this.checked = Date.now();
    if (this.state !== 'online') return;
    if (finding === 'gone' || finding === 'dying') this.renew();
    else if (finding === 'unreachable') this.kernel.drop();
    // An idle kernel that has not begun with our message never got it.
    else if (finding === 'idle' && silent && this.kernel.unanswered(SILENCE_MS)) this.kernel.drop();
  }
}
