/**
 * What anywidget expects of browsers of 2024, for older phones. esbuild puts
 * these in place of AbortSignal.any, AbortSignal.timeout and structuredClone.
 */

/** anywidget gives a widget 2 s to start, too few for a slow phone. */
const LEAST_MS = 20000;

/** @param {AbortSignal[]} signals */
export function anySignal(signals) {
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort();
    else signal.addEventListener('abort', () => controller.abort(), { once: true });
  }
  return controller.signal;
}

/** @param {number} ms */
export function timeoutSignal(ms) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), Math.max(ms, LEAST_MS));
  return controller.signal;
}

/** Copies JSON values, dates left aside, and binary data.
 * @param {any} value
 * @returns {any} */
export function clone(value) {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(clone);
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (ArrayBuffer.isView(value)) return copyView(value);
  if (typeof value.toJSON === 'function') return value.toJSON();
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clone(item)]));
}

/** @param {ArrayBufferView} view */
function copyView(view) {
  const bytes = view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);
  return new /** @type {any} */ (view.constructor)(bytes);
}

if (!('throwIfAborted' in AbortSignal.prototype)) {
  /** @type {any} */ (AbortSignal.prototype).throwIfAborted = function throwIfAborted() {
    if (this.aborted) throw new Error('aborted');
  };
}
