// Made from the Rust definitions in src/. Do not edit: change the Rust, then run
//   UPDATE_BINDINGS=1 cargo test -p documentolog-embed --lib bindings

/** Where the service is, by a preset's name. */
export const presets: Record<string, string> = {
  'doculite': 'https://apiv1dlkz.doculite.kz',
  'documentolog-business': 'https://apibusiness.documentolog.com',
};

/** For how many milliseconds a token is waited for, unless the page says. */
export const tokenTimeout = 30000;

/** The attribute of a host element in which a dialog is open. */
export const dialogHost = 'data-documentolog-dialog';

/** What the signer reads. */
export const texts = {
  "en": {
    "close": "Close",
    "failed": "The signing page cannot be shown here. You can open it in a new tab.",
    "openInTab": "Open in a new tab",
    "openedInTab": "The signing page is open in a new tab. Sign there, then come back here.",
    "retry": "Try again",
    "title": "Document signing"
  },
  "kk": {
    "close": "Жабу",
    "failed": "Қол қою бетін осы жерде көрсету мүмкін емес. Оны жаңа қойындыда аша аласыз.",
    "openInTab": "Жаңа қойындыда ашу",
    "openedInTab": "Қол қою беті жаңа қойындыда ашылды. Сонда қол қойып болған соң, осы бетке оралыңыз.",
    "retry": "Қайталау",
    "title": "Құжатқа қол қою"
  },
  "ru": {
    "close": "Закрыть",
    "failed": "Показать страницу подписания здесь не удалось. Её можно открыть в новой вкладке.",
    "openInTab": "Открыть в новой вкладке",
    "openedInTab": "Страница подписания открыта в новой вкладке. Подпишите документ там и вернитесь сюда.",
    "retry": "Повторить",
    "title": "Подписание документа"
  }
} as const;

/** The style sheet of the widget's elements. */
export const style = ":host {\n  --background: var(--documentolog-background, #fff);\n  --text: var(--documentolog-text, #14202b);\n  --accent: var(--documentolog-accent, #0b5cbf);\n  --on-accent: var(--documentolog-on-accent, #fff);\n  --line: var(--documentolog-line, #d5dce3);\n  --notice: var(--documentolog-notice, #fff4d6);\n  --radius: var(--documentolog-radius, 14px);\n  display: block;\n  height: 100%;\n  color: var(--text);\n  font: 16px/1.4 system-ui, sans-serif;\n}\n/* A dialog's host takes no room in the page. It has a size, whose loss tells that it is gone. */\n:host([data-documentolog-dialog]) {\n  position: fixed;\n  inset: 0 auto auto 0;\n  width: 1px;\n  height: 1px;\n}\n@media (prefers-color-scheme: dark) {\n  :host {\n    --background: var(--documentolog-background, #17202a);\n    --text: var(--documentolog-text, #eef3f7);\n    --accent: var(--documentolog-accent, #7db8ff);\n    --on-accent: var(--documentolog-on-accent, #0e1620);\n    --line: var(--documentolog-line, #3a4653);\n    --notice: var(--documentolog-notice, #3d3212);\n  }\n}\nbutton[hidden],\n[hidden] button {\n  display: none !important;\n}\n/* A place for texts is rendered before it says anything, so that screen readers announce what it\n   says: what is not to be seen is clipped away, and its buttons are hidden. */\ndiv[hidden],\n[data-view='frame'] [part='panel'] {\n  position: absolute !important;\n  clip-path: inset(100%) !important;\n}\ndialog {\n  box-sizing: border-box;\n  flex-direction: column;\n  width: min(60rem, 100vw - 2rem);\n  height: min(54rem, 100dvh - 2rem);\n  max-width: none;\n  max-height: none;\n  margin: auto;\n  padding: 0;\n  overflow: hidden;\n  border: 0;\n  border-radius: var(--radius);\n  background: var(--background);\n  color: inherit;\n  box-shadow: 0 24px 64px rgb(0 0 0 / 35%);\n}\ndialog[open] {\n  display: flex;\n}\ndialog::backdrop {\n  background: rgb(10 18 26 / 60%);\n}\nheader {\n  display: flex;\n  flex: none;\n  align-items: center;\n  justify-content: space-between;\n  gap: 1rem;\n  padding: 4px 4px 4px 20px;\n  border-bottom: 1px solid var(--line);\n}\nh2 {\n  min-width: 0;\n  margin: 0;\n  overflow-wrap: anywhere;\n  font-size: 1.0625rem;\n  font-weight: 600;\n}\nbutton {\n  flex: none;\n  min-width: 44px;\n  min-height: 44px;\n  padding: 0 1rem;\n  border: 0;\n  border-radius: 10px;\n  background: none;\n  color: var(--accent);\n  font: inherit;\n  cursor: pointer;\n}\nbutton:focus-visible {\n  outline: 3px solid var(--accent);\n  outline-offset: -3px;\n}\nsection {\n  position: relative;\n  display: flex;\n  flex: 1;\n  flex-direction: column;\n  box-sizing: border-box;\n  width: 100%;\n  height: 100%;\n  background: var(--background);\n}\ndialog section {\n  height: auto;\n  min-height: 0;\n}\n/* A place that has a height is filled; in one that has none, this is it. (Two rules: a browser\n   that does not know :has() drops the one that has it.) */\niframe {\n  position: relative;\n  flex: 1 1 var(--documentolog-height, 37.5rem);\n  width: 100%;\n  min-height: 0;\n  border: 0;\n}\nsection:not(:has(iframe))::after {\n  flex: 1 1 var(--documentolog-height, 37.5rem);\n  content: '';\n}\np {\n  margin: 0;\n}\n/* Out of the way, and still there. */\np:empty {\n  position: absolute;\n}\n[part='notice'] {\n  display: flex;\n  flex: none;\n  flex-wrap: wrap;\n  align-items: center;\n  justify-content: end;\n  gap: 0.5rem;\n  max-height: 50%;\n  padding: 4px 4px 4px 20px;\n  overflow: auto;\n  background: var(--notice);\n  font-size: 0.9375rem;\n}\n/* Narrower than this it has a line of its own. */\n[part='notice-text'] {\n  flex: 1 16rem;\n}\n/* Under the frame: a page that is not there yet lets it show through. */\n[part='panel'] {\n  position: absolute;\n  inset: 0;\n  display: flex;\n  flex-direction: column;\n  align-items: center;\n  justify-content: center;\n  gap: 1rem;\n  padding: 1rem;\n  overflow: auto;\n  /* It takes the focus only from what is gone, and does nothing with it. */\n  outline: none;\n  text-align: center;\n  text-wrap: balance;\n}\n[part='status'],\n[part='alert'] {\n  max-width: 34rem;\n}\n[part='actions'] {\n  display: flex;\n  flex-wrap: wrap;\n  justify-content: center;\n  gap: 0.5rem;\n}\n[part='retry'] {\n  background: var(--accent);\n  color: var(--on-accent);\n}\n[part='retry']:focus-visible {\n  outline-color: var(--text);\n  outline-offset: 2px;\n}\n[part='open-in-tab'] {\n  border: 1px solid var(--line);\n}\n/* Over the frame: what is behind it is of no use, nor in the way of Tab. */\n[data-view='failed'] iframe,\n[data-view='opened-in-tab'] iframe {\n  visibility: hidden;\n}\n[data-view='silent'] [part='panel'] {\n  position: static;\n  flex: none;\n  flex-flow: row wrap;\n  gap: 0 1rem;\n  padding: 4px 1rem;\n  border-bottom: 1px solid var(--line);\n}\n[data-view='silent'] [part='retry'] {\n  background: none;\n  color: var(--accent);\n}\n[data-view='silent'] [part='open-in-tab'] {\n  border: 0;\n}\n[data-view='loading'] [part='status']::before,\n[data-view='slow'] [part='status']::before,\n[data-view='confirming'] [part='status']::before {\n  display: block;\n  width: 2rem;\n  height: 2rem;\n  margin: 0 auto 1rem;\n  border: 3px solid var(--line);\n  border-top-color: var(--accent);\n  border-radius: 50%;\n  animation: turn 0.9s linear infinite;\n  content: '';\n}\n[data-view='signed'] [part='status']::before {\n  display: block;\n  width: 2rem;\n  height: 1rem;\n  margin: 0 auto 1.25rem;\n  border: solid var(--accent);\n  border-width: 0 0 4px 4px;\n  rotate: -45deg;\n  content: '';\n}\n@keyframes turn {\n  to {\n    rotate: 1turn;\n  }\n}\n@media (width <= 40rem) {\n  dialog {\n    width: 100vw;\n    height: 100dvh;\n    border-radius: 0;\n  }\n}\n@media (prefers-reduced-motion: reduce) {\n  [part='status']::before {\n    animation: none !important;\n  }\n}\n/* Colours of ours are gone there, and with them what only they tell apart. */\n@media (forced-colors: active) {\n  button,\n  dialog,\n  [part='notice'] {\n    border: 1px solid;\n  }\n  [part='status']::before {\n    border-top-color: highlight !important;\n  }\n}\n";
