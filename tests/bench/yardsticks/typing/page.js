// Every key is sent at once; `settled` counts those whose row is on disk.
const field = document.querySelector('textarea');
const latencies = [];
let keyAt = 0;

field.addEventListener('keydown', (event) => {
  keyAt = event.timeStamp;
});
field.addEventListener('input', (event) => {
  const startedAt = keyAt;
  void window.keys.commit(event.data ?? '').then(() => latencies.push(performance.now() - startedAt));
});
window.takeLatencies = () => latencies.splice(0);
