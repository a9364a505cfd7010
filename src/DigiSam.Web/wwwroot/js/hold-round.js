// Holding a round: one question at a time without loading pages, each answer saved at once. An answer waits in this browser
// until the host has confirmed it, through lost connections and reloads, and is said to be unsaved as long as it waits.
(() => {
  'use strict';
  const storeName = (person, round) => `digisam-rond:${person}:${round}`;
  const stored = name => {
    try { return JSON.parse(localStorage.getItem(name) ?? '[]'); } catch { return []; }
  };

  const reminder = document.querySelector('[data-unsent]');
  if (reminder) reminder.hidden = stored(storeName(reminder.dataset.person, reminder.dataset.unsent)).length === 0;

  const root = document.querySelector('[data-hold]');
  if (!root) return;
  const name = storeName(root.dataset.person, root.dataset.round);
  const forms = [...root.querySelectorAll('form[data-question]')];
  const byKey = new Map(forms.map(form => [form.dataset.question, form]));
  const pending = new Map(stored(name).filter(answer => byKey.has(answer.key)).map(answer => [answer.key, answer]));
  const timers = new Map();
  const retryAfter = 10000;
  let kept = true;
  let sending = null;
  let retry = 0;
  let at = Math.max(0, forms.findIndex(form => !form.hidden));

  const chosen = form => form.querySelector('input[name=svar]:checked');
  const note = form => form.elements.anteckning.value;
  const written = form => `${chosen(form)?.value ?? ''}\n${note(form)}`;
  const say = (form, text, unsaved) => {
    const line = form.querySelector('[data-saved]');
    line.textContent = text;
    line.classList.toggle('not', unsaved);
  };

  // Guid version 4: made here also where the page is not served over https.
  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };

  const keep = () => {
    try {
      if (pending.size > 0) localStorage.setItem(name, JSON.stringify([...pending.values()]));
      else localStorage.removeItem(name);
      kept = true;
    } catch {
      kept = false;
    }
  };

  // Those that have been tried in vain.
  const unsaved = () => [...pending.values()].filter(answer => answer.why);

  const tell = () => {
    const bar = root.querySelector('[data-unsaved]');
    const waiting = unsaved();
    if (waiting.length > 0) {
      const count = waiting.length === 1 ? '1 svar är inte sparat.' : `${waiting.length} svar är inte sparade.`;
      const text = `${count} ${waiting.at(-1).why}`;
      const line = bar.querySelector('[data-unsaved-text]');
      if (line.textContent !== text) line.textContent = text;
    }
    bar.hidden = waiting.length === 0;
    const answered = forms.filter(form => chosen(form)).length;
    root.querySelector('[data-answered]').textContent = `${answered} svar`;
    root.querySelector('progress').value = answered;
    for (const form of forms) {
      const state = root.querySelector(`[data-state="${form.dataset.question}"]`);
      const answer = chosen(form)?.nextElementSibling.textContent ?? 'Inget svar';
      state.textContent = pending.has(form.dataset.question) ? `${answer}, inte sparat` : answer;
    }
  };

  // Null when it is saved, else why it is not.
  const send = async answer => {
    const form = byKey.get(answer.key);
    const body = new URLSearchParams(new FormData(form));
    body.delete('_handler');
    body.set('nummer', answer.id);
    body.set('svar', answer.value);
    body.set('anteckning', answer.note);
    let response;
    try {
      response = await fetch(root.dataset.save, { method: 'POST', body, redirect: 'manual', headers: { Accept: 'application/json' } });
    } catch {
      return { why: 'Ingen kontakt med DigiSam. Du kan fortsätta svara; svaren skickas när kontakten är tillbaka.', later: true };
    }
    if (response.type === 'opaqueredirect') return { why: 'Du är utloggad. Logga in i en annan flik och läs in sidan igen. Svaren finns kvar i den här webbläsaren.' };
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    if (response.ok && isJson) return { time: (await response.json()).time };
    if (response.status === 409 && isJson) return { why: (await response.json()).why };
    return response.status >= 500
      ? { why: 'DigiSam svarar inte just nu. Svaren skickas igen om en stund.', later: true }
      : { why: 'Sidan är för gammal. Läs in den igen. Svaren finns kvar i den här webbläsaren.' };
  };

  const sendAll = async () => {
    for (const answer of [...pending.values()]) {
      if (pending.get(answer.key) !== answer) continue;
      const form = byKey.get(answer.key);
      const result = await send(answer);
      if (result.time) {
        if (pending.get(answer.key) === answer) {
          pending.delete(answer.key);
          say(form, `Sparat ${result.time}`, false);
        }
      } else {
        answer.why = result.why;
        say(form, 'Inte sparat', true);
        if (result.later) {
          for (const other of pending.values()) {
            other.why = result.why;
            say(byKey.get(other.key), 'Inte sparat', true);
          }
          clearTimeout(retry);
          retry = setTimeout(flush, retryAfter);
          break;
        }
      }
      keep();
    }
    keep();
    tell();
  };

  // One at a time, in the order they were given; what is added meanwhile is sent in the next turn.
  const flush = async () => {
    clearTimeout(retry);
    if (sending) await sending;
    if (pending.size === 0 || sending) return sending;
    sending = sendAll();
    try { await sending; } finally { sending = null; }
  };

  const record = form => {
    clearTimeout(timers.get(form));
    if (!chosen(form) || form.dataset.last === written(form)) return;
    form.dataset.last = written(form);
    const key = form.dataset.question;
    pending.set(key, { key, id: newId(), value: chosen(form).value, note: note(form) });
    keep();
    say(form, 'Sparar …', true);
    tell();
    flush();
  };

  const soon = (form, milliseconds) => {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => record(form), milliseconds));
  };

  // The link past the menu says the page's address, which changes here without the page being loaded anew.
  const aimSkipLink = () => document.querySelector('a.skip').setAttribute('href', `${forms[at].getAttribute('action')}#innehall`);

  const show = (index, push) => {
    forms[at].hidden = true;
    at = index;
    const form = forms[at];
    form.hidden = false;
    root.querySelector('[data-position]').textContent = `Fråga ${at + 1} av ${forms.length}`;
    document.title = `Fråga ${at + 1} av ${forms.length} – ${root.dataset.title} – DigiSam`;
    for (const link of root.querySelectorAll('[data-jump]')) {
      if (link.dataset.jump === form.dataset.question) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
    if (push) history.pushState(null, '', form.getAttribute('action'));
    aimSkipLink();
    form.querySelector('h2').focus();
    form.scrollIntoView({ block: 'nearest' });
    window.scrollTo(0, 0);
  };

  const go = async step => {
    record(forms[at]);
    if (at + step < forms.length) {
      show(at + step, true);
      return;
    }
    // The round itself is shown from the host, so everything must be there first.
    while (pending.size > unsaved().length) await flush();
    if (pending.size === 0) location.assign(root.dataset.done);
  };

  for (const form of forms) {
    form.dataset.last = written(form);
    form.addEventListener('submit', event => {
      event.preventDefault();
      if (chosen(form)) go(1);
      else say(form, 'Välj ett svar, eller hoppa över frågan.', true);
    });
    form.addEventListener('change', event => (event.target.name === 'svar' ? soon(form, 250) : record(form)));
    form.addEventListener('input', event => event.target.name === 'anteckning' && soon(form, 1200));
    for (const link of form.querySelectorAll('[data-go]')) {
      link.addEventListener('click', event => {
        event.preventDefault();
        go(Number(link.dataset.go));
      });
    }
  }

  for (const link of root.querySelectorAll('[data-jump]')) {
    link.addEventListener('click', event => {
      event.preventDefault();
      record(forms[at]);
      show(forms.indexOf(byKey.get(link.dataset.jump)), true);
    });
  }

  window.addEventListener('popstate', () => {
    const key = new URLSearchParams(location.search).get('fraga');
    // A link within the page comes here too, and leads where it says.
    if (byKey.has(key) && byKey.get(key) !== forms[at]) show(forms.indexOf(byKey.get(key)), false);
  });
  window.addEventListener('online', flush);
  window.addEventListener('pagehide', () => record(forms[at]));
  window.addEventListener('beforeunload', event => {
    if (!kept && pending.size > 0) event.preventDefault();
  });
  root.querySelector('[data-resend]').addEventListener('click', flush);

  for (const answer of pending.values()) {
    const form = byKey.get(answer.key);
    form.querySelector(`input[name=svar][value="${answer.value}"]`).checked = true;
    form.elements.anteckning.value = answer.note;
    form.dataset.last = written(form);
    say(form, 'Inte sparat', true);
  }
  history.replaceState(null, '', forms[at].getAttribute('action'));
  aimSkipLink();
  tell();
  flush();
})();
