/** Kernels end with their tab. */

/**
 * @param {import('./page.js').Page} page
 * @param {{baseUrl: string, kernelId: string}} config
 */
export function endKernelWithPage(page, { baseUrl, kernelId }) {
  addEventListener('pagehide', (event) => {
    if (event.persisted) return; // the page sleeps and may come back
    const form = new FormData();
    form.append('_xsrf', page.cookie('_xsrf'));
    navigator.sendBeacon(`${baseUrl}voila/api/shutdown/${encodeURIComponent(kernelId)}`, form);
  });
}
