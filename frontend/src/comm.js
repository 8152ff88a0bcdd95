/** Comms: one line of talk between a widget here and its twin in the kernel. */

import { uuid } from '@jupyter-widgets/base';

/**
 * @typedef {import('./wire.js').Message} Message
 * @typedef {import('./kernel.js').Kernel} Kernel
 */

/** What @jupyter-widgets/base calls an IClassicComm. */
export class Comm {
  /**
   * @param {Comms} comms
   * @param {string} target
   * @param {string} id
   */
  constructor(comms, target, id) {
    this.comms = comms;
    this.target_name = target;
    this.comm_id = id;
    /** @type {(msg: Message) => unknown} */
    this.heard = () => {};
    /** @type {(msg: Message) => unknown} */
    this.ended = () => {};
  }

  /** @param {(msg: Message) => unknown} callback */
  on_msg(callback) {
    this.heard = callback;
  }

  /** @param {(msg: Message) => unknown} callback */
  on_close(callback) {
    this.ended = callback;
  }

  /** @returns {string} the id of the message sent */
  open(data = {}, callbacks = undefined, metadata = {}, buffers = []) {
    const content = { comm_id: this.comm_id, target_name: this.target_name, data };
    return this.comms.kernel.send('comm_open', content, { metadata, buffers, callbacks });
  }

  /** @returns {string} the id of the message sent */
  send(data = {}, callbacks = undefined, metadata = {}, buffers = []) {
    const content = { comm_id: this.comm_id, data };
    return this.comms.kernel.send('comm_msg', content, { metadata, buffers, callbacks });
  }

  /** @returns {string} the id of the message sent */
  close(data = {}, callbacks = undefined, metadata = {}, buffers = []) {
    this.comms.forget(this.comm_id);
    const content = { comm_id: this.comm_id, data };
    return this.comms.kernel.send('comm_close', content, { metadata, buffers, callbacks });
  }
}

/** All comms of the page; hands each message of the kernel to the right one. */
export class Comms {
  /** @param {Kernel} kernel */
  constructor(kernel) {
    this.kernel = kernel;
    /** @type {Map<string, Comm>} */
    this.known = new Map();
    /** @type {Map<string, (comm: Comm, msg: Message) => unknown>} */
    this.targets = new Map();
    kernel.onComm = (msg) => this.route(msg);
  }

  /** A comm of this side; the kernel hears of it only through `open`. */
  create(/** @type {string} */ target, id = uuid()) {
    const comm = new Comm(this, target, id);
    this.known.set(id, comm);
    return comm;
  }

  forget(/** @type {string} */ id) {
    this.known.delete(id);
  }

  /** @param {Message} msg */
  route(msg) {
    const { comm_id: id, target_name: target } = msg.content;
    if (msg.header.msg_type === 'comm_open') {
      const opened = this.targets.get(target);
      return opened && opened(this.create(target, id), msg);
    }
    const comm = this.known.get(id);
    if (!comm) return undefined;
    if (msg.header.msg_type === 'comm_msg') return comm.heard(msg);
    this.forget(id);
    return comm.ended(msg);
  }
}
