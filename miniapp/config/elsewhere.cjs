// Stands in for the views of staff in a mini-program: there a web view shows their pages (components/h5-only), and the
// main package may have two megabytes. Nothing of it is ever drawn or called.
module.exports = {};
