/**
 * The Output widget as far as its `outputs` say it (append_stdout,
 * append_display_data, outputs = ...). What a kernel prints while `with out:`
 * is open never reaches the page: the server passes no streams on.
 */

import { DOMWidgetModel, DOMWidgetView } from '@jupyter-widgets/base';

export class OutputModel extends DOMWidgetModel {
  defaults() {
    return {
      ...super.defaults(),
      _model_name: 'OutputModel',
      _view_name: 'OutputView',
      _model_module: '@jupyter-widgets/output',
      _view_module: '@jupyter-widgets/output',
      _model_module_version: '1.0.0',
      _view_module_version: '1.0.0',
      msg_id: '',
      outputs: [],
    };
  }
}

/** @param {any} output @returns {[format: string, text: string]} */
function contentOf({ output_type: type, text = '', data = {} }) {
  const join = (/** @type {string | string[]} */ value) => [value].flat().join('');
  if (type === 'stream') return ['text', join(text)];
  if (data['text/html']) return ['html', join(data['text/html'])];
  return ['text', join(data['text/plain'] || '')]; // an error shows nothing
}

export class OutputView extends DOMWidgetView {
  render() {
    super.render();
    this.el.classList.add('jupyter-widgets', 'widget-output');
    this.listenTo(this.model, 'change:outputs', this.draw);
    this.draw();
  }

  draw() {
    this.el.textContent = '';
    this.el.append(...this.model.get('outputs').map(this.drawOne));
  }

  /** @param {any} output */
  drawOne(output) {
    const [format, content] = contentOf(output);
    const element = document.createElement(format === 'html' ? 'div' : 'pre');
    if (format === 'html') element.innerHTML = content;
    else element.textContent = content;
    return element;
  }
}
