/**
 * The widget classes this front end knows. A class that is missing here shows
 * a calm placeholder; to add one, import its module and put it in a list.
 *
 * Left out on purpose, for their weight: sliders, progress, number and date
 * fields, colours, tags, tabs, accordions, uploads, media.
 */

import * as base from '@jupyter-widgets/base';
import * as bool from '@jupyter-widgets/controls/lib/widget_bool';
import * as box from '@jupyter-widgets/controls/lib/widget_box';
import * as button from '@jupyter-widgets/controls/lib/widget_button';
import * as description from '@jupyter-widgets/controls/lib/widget_description';
import * as image from '@jupyter-widgets/controls/lib/widget_image';
import * as selection from '@jupyter-widgets/controls/lib/widget_selection';
import * as string from '@jupyter-widgets/controls/lib/widget_string';
import anywidget from 'anywidget';
import * as output from './output.js';

const { AnyModel, AnyView } = anywidget(base);

/** A file of our own server may be named by its path alone, "/static/quiz.js":
 * it is then cached, and the page's CSP can do without "blob:". */
const address = {
  deserialize: (/** @type {string} */ value) =>
    /^\/[\w./-]+\.(js|css)$/.test(value) ? location.origin + value : value,
};

class AddressedAnyModel extends AnyModel {}
AddressedAnyModel.serializers = { ...AnyModel.serializers, _esm: address, _css: address };

/** Marked, so that the page knows when it has drawn. */
class MarkedAnyView extends AnyView {
  render() {
    this.el.classList.add('siaga-any');
    return super.render();
  }
}

/**
 * @param {Record<string, any>} module
 * @param {string[]} names
 */
function pick(module, names) {
  return Object.fromEntries(
    names.map((name) => {
      if (!(name in module)) throw new Error(`no widget class "${name}" in its module`);
      return [name, module[name]];
    }),
  );
}

/** @param {string[]} stems */
const pairs = (...stems) => stems.flatMap((stem) => [`${stem}Model`, `${stem}View`]);

/** @type {Record<string, {major: string, classes: Record<string, any>}>} */
const MODULES = {
  '@jupyter-widgets/base': {
    major: '2',
    classes: pick(base, pairs('Widget', 'DOMWidget', 'Layout', 'Style')),
  },
  '@jupyter-widgets/controls': {
    major: '2',
    classes: {
      ...pick(box, pairs('Box', 'HBox', 'VBox', 'GridBox')),
      ...pick(button, [...pairs('Button'), 'ButtonStyleModel']),
      ...pick(description, [...pairs('Description'), 'DescriptionStyleModel']),
      ...pick(image, pairs('Image')),
      ...pick(bool, [
        ...pairs('Checkbox', 'ToggleButton'),
        'CheckboxStyleModel',
        'ToggleButtonStyleModel',
      ]),
      ...pick(string, [
        ...pairs('HTML', 'Label', 'Text', 'Textarea', 'Password', 'Combobox'),
        'HTMLStyleModel',
        'LabelStyleModel',
        'TextStyleModel',
      ]),
      ...pick(selection, pairs('Dropdown', 'Select', 'SelectMultiple', 'RadioButtons')),
    },
  },
  '@jupyter-widgets/output': { major: '1', classes: output },
  anywidget: { major: '0', classes: { AnyModel: AddressedAnyModel, AnyView: MarkedAnyView } },
};

/**
 * Throws for what is not in the lists; the manager shows a placeholder then.
 * @param {string} name
 * @param {string} module
 * @param {string} version  a version or a range such as "~0.11.*"
 */
export function findWidgetClass(name, module, version) {
  const { major, classes } = MODULES[module] || { major: '', classes: {} };
  if (major !== (version.match(/\d+/) || [''])[0] || !Object.keys(classes).includes(name)) {
    throw new Error(`no widget class "${name}" of "${module}" ${version} in this front end`);
  }
  return classes[name];
}
