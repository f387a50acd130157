// Stands in for what Taro puts into every browser app and no page of ours shows: pull-to-refresh, which brings a
// library of web components along, the styles and icons of its widgets, and its bar with a title and a way back.
export function defineCustomElement() {}
export const TaroPullToRefreshCore = null;
export { TaroPullToRefreshCore as P };
export function initNavigationBar() {}
