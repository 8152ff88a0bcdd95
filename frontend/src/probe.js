/** Asking the server whether the kernel is still there. */

const GONE = new Set([401, 403, 404, 410]);

/**
 * @typedef {'idle' | 'busy' | 'gone' | 'dying' | 'unreachable'} Finding
 * - idle, busy: server and kernel are there
 * - dying: the kernel is there but not usable any more
 * - gone: the server is there, the kernel is not, or is not ours any more
 * - unreachable: no answer, or not our server's answer (a hotspot's login page)
 */

/** @param {any} kernel @param {string} id @returns {Finding} */
function judge(kernel, id) {
  if (!kernel || kernel.id !== id) return 'unreachable';
  const state = kernel.execution_state;
  if (['dead', 'restarting', 'autorestarting', 'terminating'].includes(state)) return 'dying';
  return state === 'busy' ? 'busy' : 'idle';
}

/**
 * @param {import('./kernel.js').Kernel} kernel
 * @param {number} patience  milliseconds
 * @returns {Promise<Finding>}
 */
export async function probe(kernel, patience) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  try {
    const response = await fetch(kernel.url, {
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
      signal: controller.signal,
    });
    if (GONE.has(response.status)) return 'gone';
    if (!response.ok) return 'unreachable';
    return judge(await response.json(), kernel.id);
  } catch {
    return 'unreachable';
  } finally {
    clearTimeout(timer);
  }
}
