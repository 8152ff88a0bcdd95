/** The parts of the page the server has written for us. */

const WIDGET_VIEW = 'script[type="application/vnd.jupyter.widget-view+json"]';

/**
 * @typedef {'lost' | 'back' | 'wait' | 'reloading' | 'stale' | 'unsupported' | 'reloadLabel'} TextName
 * @typedef {{baseUrl: string, kernelId: string}} Config
 */

/** @param {string} id */
function need(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element "#${id}"`);
  return element;
}

/** A page is what the front end may touch; nothing else looks up elements. */
export class Page {
  constructor() {
    this.main = need('siaga-main');
    this.loading = need('siaga-loading');
    this.connection = need('siaga-connection');
  }

  /** @returns {Config} */
  get config() {
    const config = JSON.parse(need('jupyter-config-data').textContent || '{}');
    if (!config.kernelId) throw new Error('the page names no "kernelId"');
    const base = config.baseUrl || '/';
    return { ...config, baseUrl: base.endsWith('/') ? base : `${base}/` };
  }

  /** A sentence in the language of the page, from a data attribute.
   * @param {TextName} name */
  text(name) {
    return this.connection.dataset[name] || '';
  }

  /** `html[data-siaga]` tells style sheets and tests how the page is.
   * @param {'loading' | 'ready' | 'lost' | 'error'} state */
  mark(state) {
    document.documentElement.dataset.siaga = state;
  }

  /** @param {string} name @param {object} [detail] */
  tell(name, detail = {}) {
    document.dispatchEvent(new CustomEvent(`siaga:${name}`, { detail }));
  }

  /** The page has to be loaded again, by hand. */
  fail() {
    this.loading.hidden = true;
    this.connection.hidden = false;
    this.connection.textContent = this.text('stale');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.text('reloadLabel') || '↻';
    button.addEventListener('click', () => location.reload());
    this.connection.append(' ', button);
    this.mark('error');
  }

  /** Where widgets belong, in the order of the page.
   * @returns {{slot: HTMLElement, modelId: string}[]} */
  get slots() {
    return [...this.main.querySelectorAll(WIDGET_VIEW)].map((script) => ({
      slot: /** @type {HTMLElement} */ (script),
      modelId: JSON.parse(script.textContent || '{}').model_id,
    }));
  }

  /** The value of a cookie, or an empty text.
   * @param {string} name */
  cookie(name) {
    const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
  }
}
