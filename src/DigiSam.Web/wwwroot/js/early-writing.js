// What is written or chosen in an interactive part before its connection is up: the part is drawn anew when the connection
// comes, and this puts what was written back into it, and the keyboard back where it was.
(() => {
  'use strict';
  const early = new Map();
  const isChoice = field => field.type === 'radio' || field.type === 'checkbox';
  const keep = field => {
    if (field.id) early.set(field.type === 'radio' ? field.name : field.id, { field, id: field.id, value: field.value, checked: field.checked });
  };

  const putBack = was => {
    const now = document.getElementById(was.id);
    if (!now || now === was.field) return false;
    if (isChoice(now) && now.checked !== was.checked) {
      now.checked = was.checked;
      now.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (!isChoice(now) && now.value !== was.value) {
      now.value = was.value;
      now.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return true;
  };

  let held = null;
  const holdAgain = () => {
    if (!held?.id || held.isConnected || document.activeElement !== document.body) return;
    const now = document.getElementById(held.id);
    now?.focus({ preventScroll: true });
    if (now?.matches('textarea')) now.setSelectionRange(now.value.length, now.value.length);
  };

  for (const field of document.querySelectorAll('main textarea, main input:not([type=hidden])')) {
    if (isChoice(field) ? field.checked && !field.defaultChecked : field.value !== field.defaultValue) keep(field);
  }
  document.addEventListener('input', event => keep(event.target), true);
  document.addEventListener('focusin', event => { held = event.target; });
  held = document.activeElement;
  new MutationObserver(() => setTimeout(() => {
    for (const [key, was] of early) {
      if (!was.field.isConnected && putBack(was)) early.delete(key);
    }
    holdAgain();
  })).observe(document.body, { childList: true, subtree: true });
})();
