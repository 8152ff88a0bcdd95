/** The widget manager: models and views from the kernel's states. */

import { ManagerBase } from '@jupyter-widgets/base-manager';
import { Widget } from '@lumino/widgets';
import { Dropped } from './kernel.js';
import { requestStates } from './states.js';
import { findWidgetClass } from './widgets.js';

const DRAW_MS = 1500;

/** @typedef {import('./states.js').WidgetState} WidgetState */

export class Manager extends ManagerBase {
  /** @param {import('./comm.js').Comms} comms */
  constructor(comms) {
    super();
    this.comms = comms;
    /** @type {Set<Promise<any>>} */
    this.drawing = new Set();
    /** @type {Set<string>} */
    this.shown = new Set();
    comms.targets.set(this.comm_target_name, (comm, msg) =>
      this.handle_comm_open(comm, /** @type {any} */ (msg)),
    );
  }

  /** @param {string} name @param {string} module @param {string} version */
  async loadClass(name, module, version) {
    return findWidgetClass(name, module, version);
  }

  /** @param {string} target @param {string} id */
  async _create_comm(target, id, data = undefined, metadata = undefined, buffers = undefined) {
    const comm = this.comms.create(target, id);
    if (data || metadata) comm.open(data, undefined, metadata, buffers);
    return comm;
  }

  /** @returns {Promise<Record<string, unknown>>} */
  _get_comm_info() {
    const asked = new Promise((resolve) => {
      const reply = (/** @type {any} */ msg) => resolve(msg.content.comms);
      const content = { target_name: this.comm_target_name };
      this.comms.kernel.send('comm_info_request', content, { callbacks: { shell: { reply } } });
    });
    return Promise.race([asked, this.comms.kernel.dropped]);
  }

  /** Every widget of the kernel has a model here. */
  async load() {
    let states;
    try {
      states = await requestStates(this.comms);
    } catch (error) {
      if (error instanceof Dropped) throw error;
      console.warn(error);
      return this._loadFromKernelModels();
    }
    return this.apply(states);
  }

  /**
   * Models show what the kernel has. Values the kernel may not have heard of
   * yet stay as they are: they are sent again.
   * @returns {Promise<boolean>} false when the kernel has none of the widgets shown
   */
  async resync() {
    const states = await requestStates(this.comms);
    const forgotten = [...this.shown].every((id) => !(id in states));
    if (this.shown.size > 0 && forgotten) return false;
    await this.apply(states);
    return true;
  }

  /** @param {Record<string, WidgetState>} states */
  apply(states) {
    // Each call registers its model before it first waits, so that widgets find
    // each other whatever the order is.
    return Promise.all(
      Object.entries(states).map(([id, state]) =>
        (this.has_model(id) ? this.refresh(id, state) : this.build(id, state)).catch((error) =>
          console.error(error),
        ),
      ),
    );
  }

  /** @param {string} id @param {WidgetState} state */
  build(id, { state, ...options }) {
    const comm = this.comms.create(this.comm_target_name, id);
    return this.new_model({ ...options, model_id: id, comm }, state);
  }

  /** @param {string} id @param {WidgetState} state */
  async refresh(id, { state }) {
    const model = await this.get_model(id);
    const own = this.comms.kernel.unconfirmed(id);
    const queued = Object.keys(model._msg_buffer || {});
    const fresh = Object.entries(state).filter(([key]) => !own.has(key) && !queued.includes(key));
    const type = /** @type {any} */ (model.constructor);
    model.set_state(await type._deserialize_state(Object.fromEntries(fresh), this));
  }

  /** @param {any} model @param {any} [options] */
  create_view(model, options = {}) {
    const drawn = super.create_view(model, options);
    this.drawing.add(drawn);
    drawn.finally(() => this.drawing.delete(drawn)).catch(() => {});
    return drawn;
  }

  /**
   * The widget stands where its script element stood.
   * @param {{slot: HTMLElement, modelId: string}} place
   */
  async mount({ slot, modelId }) {
    const view = await this.create_view(await this.get_model(modelId));
    this.shown.add(modelId);
    const host = /** @type {HTMLElement} */ (slot.parentElement);
    Widget.attach(view.luminoWidget, host, slot);
    slot.remove();
  }

  /** No view is being made any more, and anywidgets have drawn (or had their time). */
  async whenDrawn() {
    const end = Date.now() + DRAW_MS;
    while (this.drawing.size > 0 || (Date.now() < end && document.querySelector('.siaga-any:empty'))) {
      await Promise.allSettled(this.drawing);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
