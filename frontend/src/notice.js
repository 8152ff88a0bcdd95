/** What the user is told about the connection, and a page that takes no input. */

const BLOCKED = ['click', 'pointerdown', 'keydown', 'beforeinput', 'submit', 'change'];

/** The notice line and the frozen state of the main part. */
export class Notice {
  /** @param {import('./page.js').Page} page */
  constructor(page) {
    this.page = page;
    this.frozen = false;
    /** @type {Element | null} */
    this.focused = null;
    // Browsers before 2022 do not know `inert`: no input may get through there.
    for (const type of BLOCKED) {
      page.main.addEventListener(type, (event) => this.block(event), true);
    }
  }

  /** @param {Event} event */
  block(event) {
    if (!this.frozen) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** The main part takes no input until `thaw`. */
  freeze() {
    if (this.frozen) return;
    const { main } = this.page;
    this.frozen = true;
    this.focused = main.contains(document.activeElement) ? document.activeElement : null;
    main.setAttribute('inert', '');
    main.setAttribute('aria-busy', 'true');
  }

  /** Input is taken again, and the focus is back where it was. */
  thaw() {
    if (!this.frozen) return;
    const { main } = this.page;
    this.frozen = false;
    main.removeAttribute('inert');
    main.removeAttribute('aria-busy');
    if (this.focused?.isConnected && document.activeElement === document.body) {
      /** @type {HTMLElement} */ (this.focused).focus({ preventScroll: true });
    }
  }

  /** @param {import('./page.js').TextName} name */
  show(name) {
    const { connection } = this.page;
    connection.hidden = false;
    connection.dataset.state = name;
    connection.textContent = this.page.text(name);
  }

  /** @param {import('./page.js').TextName} name */
  shows(name) {
    return this.page.connection.dataset.state === name;
  }

  hide() {
    const { connection } = this.page;
    connection.hidden = true;
    connection.textContent = '';
    delete connection.dataset.state;
  }
}
