// The button on the sender's page. The capability in the page's own address is what lets
// it remind.

const main = document.querySelector('main');
const result = document.querySelector('.result');
const remind = document.querySelector('#remind');

remind?.addEventListener('click', async () => {
  remind.disabled = true;
  result.textContent = main.dataset[(await ask()) ? 'reminded' : 'notReminded'];
  // No live region: what has the focus is heard.
  result.focus();
  remind.disabled = false;
});
if (remind) remind.disabled = false;

async function ask() {
  try {
    const response = await fetch(`${location.pathname}/reminder`, { method: 'POST' });
    return response.ok;
  } catch {
    return false;
  }
}
