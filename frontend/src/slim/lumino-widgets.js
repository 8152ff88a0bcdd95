/** The two widgets of Lumino that boxes need, without docks, menus and tabs. */

export { Panel } from '@lumino/widgets/src/panel';
export { Widget } from '@lumino/widgets/src/widget';
