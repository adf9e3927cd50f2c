// The buttons that every page ends with: the same page in another language.

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    const url = new URL(location);
    url.searchParams.set('lang', button.dataset.language);
    location.replace(url);
  });
}
