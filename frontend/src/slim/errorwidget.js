/**
 * Stands in for the error widgets of @jupyter-widgets/base: a calm sentence of
 * the page where a widget is missing or broken, never a stack trace.
 */

import { DOMWidgetModel, DOMWidgetView } from '@jupyter-widgets/base/lib/widget';

const sentence = () => document.getElementById('siaga-connection')?.dataset.unsupported || '';

export class ErrorWidgetView extends DOMWidgetView {
  render() {
    this.el.classList.add('jupyter-widgets', 'siaga-unsupported');
    this.el.setAttribute('role', 'note');
    this.el.textContent = sentence();
  }
}

/** A model that keeps whatever the kernel says and means nothing by it. */
class UnknownModel extends DOMWidgetModel {
  constructor(attributes = {}, options = {}) {
    super(attributes, options);
  }
}
UnknownModel.styleProperties = {};

export function createErrorWidgetModel() {
  return UnknownModel;
}

export function createErrorWidgetView() {
  return ErrorWidgetView;
}
