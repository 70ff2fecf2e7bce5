// Required into an app's main process before its own code (electron -r): asks its first page when a text was painted
// and writes the times, by the machine's clock, on standard output.
const { app } = require('electron');

// An app would take our own path on the command line for a file to open.
process.argv.splice(process.argv.indexOf('-r'), 2);

/** Runs in the page. */
function whenPainted(text) {
  return new Promise((resolve) => {
    const isThere = () => document.body !== null && document.body.textContent.includes(text);
    const firstPaint = () => performance.getEntriesByName('first-contentful-paint')[0];
    const tell = (shownAt) => {
      const entry = firstPaint();
      if (entry === undefined) setTimeout(() => tell(shownAt), 20);
      else resolve({ shownAt, firstPaintAt: performance.timeOrigin + entry.startTime });
    };
    // A message posted in an animation frame arrives once that frame was drawn.
    const afterFrame = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => tell(performance.timeOrigin + performance.now()));
        port1.start();
        port2.postMessage(null);
      });
    if (isThere()) {
      afterFrame();
      return;
    }
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      afterFrame();
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
}

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    const text = JSON.stringify(process.env.BENCH_WAIT_FOR);
    void contents.executeJavaScript(`(${String(whenPainted)})(${text})`).then((times) => {
      process.stdout.write(`bench ${JSON.stringify(times)}\n`);
    });
  });
});
