/**
 * Stands in for sanitize-html (and the CSS parser it carries). The manager
 * needs it for labels with description_allow_html only: they are shown as text.
 */

const MARKS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
export default function sanitize(text) {
  return String(text).replace(/[&<>"']/g, (mark) => MARKS[/** @type {keyof MARKS} */ (mark)]);
}
