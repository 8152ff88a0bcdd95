/** All widget states of the kernel in one message, instead of one each. */

import { put_buffers, uuid } from '@jupyter-widgets/base';
import { CONTROL_COMM_PROTOCOL_VERSION, CONTROL_COMM_TARGET } from '@jupyter-widgets/base-manager';

const PATIENCE_MS = 15000;

/**
 * @typedef {{model_name: string, model_module: string, model_module_version: string,
 *   state: Record<string, any>}} WidgetState
 */

/**
 * The states by model id, binary values in their places. Rejects with Dropped
 * when the socket closes meanwhile, with another error when the kernel knows
 * no control comm or does not answer.
 * @param {import('./comm.js').Comms} comms
 * @returns {Promise<Record<string, WidgetState>>}
 */
export async function requestStates(comms) {
  const comm = comms.create(CONTROL_COMM_TARGET, uuid());
  const states = place(await ask(comm, comms.kernel));
  comm.close();
  return states;
}

/**
 * @param {import('./comm.js').Comm} comm
 * @param {import('./kernel.js').Kernel} kernel
 * @returns {Promise<import('./wire.js').Message>}
 */
function ask(comm, kernel) {
  const answer = new Promise((resolve, reject) => {
    comm.on_close(() => reject(new Error('the kernel has no control comm for widgets')));
    comm.on_msg((msg) => msg.content.data.method === 'update_states' && resolve(msg));
    setTimeout(() => reject(new Error('no widget states came in time')), PATIENCE_MS);
  });
  comm.open({}, undefined, { version: CONTROL_COMM_PROTOCOL_VERSION });
  comm.send({ method: 'request_states' });
  return Promise.race([answer, kernel.dropped]);
}

/** @param {import('./wire.js').Message} msg */
function place(msg) {
  const { states, buffer_paths: paths = [] } = msg.content.data;
  paths.forEach((/** @type {string[]} */ [id, ...path], /** @type {number} */ index) => {
    put_buffers(states[id], [path], [msg.buffers[index]]);
  });
  return states;
}
