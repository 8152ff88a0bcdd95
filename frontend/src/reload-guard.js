/** A page may reload itself, but not for ever. */

const KEY = 'siaga-reloads';
const LIMIT = 3;
const WINDOW_MS = 60000;

/** @param {number} now */
function recent(now) {
  try {
    const times = JSON.parse(sessionStorage.getItem(KEY) || '[]');
    return times.filter((/** @type {number} */ time) => now - time < WINDOW_MS && time <= now);
  } catch {
    return []; // storage switched off, or somebody else's value
  }
}

/** True when one more reload is allowed; it is then counted. */
export function mayReload(now = Date.now()) {
  const times = recent(now);
  if (times.length >= LIMIT) return false;
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...times, now]));
  } catch {
    return false; // what cannot be counted could go on for ever
  }
  return true;
}
