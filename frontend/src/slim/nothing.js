/** Stands in for modules that only left-out widgets would use. */

export default {};
