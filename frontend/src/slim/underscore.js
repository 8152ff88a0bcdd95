/**
 * Only what Backbone calls, without template() (which makes code from text).
 * Backbone leaves out the collection methods it does not find here.
 */

export {
  chain, clone, create, defaults, defer, each, escape, extend, functions, has,
  invert, isArray, isEmpty, isEqual, isFunction, isObject, isRegExp, isString,
  iteratee, keys, map, matcher as matches, omit, once, pairs, pick, reduce,
  result, some, uniqueId, values,
} from 'underscore/modules/index.js';
